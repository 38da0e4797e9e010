-- The views: derived from the events in the same transaction, rebuilt at will. They hold dates, never "overdue".

CREATE TABLE case_summary (
    municipality     TEXT NOT NULL,
    case_id          TEXT NOT NULL,
    number           TEXT NOT NULL,
    person_id        TEXT NOT NULL,
    name             TEXT NOT NULL,
    born_on          TEXT,
    plan_type        TEXT,
    provision        TEXT NOT NULL,
    state            TEXT NOT NULL,
    unit             TEXT,
    assigned_to      TEXT,
    received_on      TEXT,
    discharged_on    TEXT,
    law_from         TEXT,
    law_due_on       TEXT,
    law_stopped_on   TEXT,
    law_provisional  INTEGER,
    goal_from        TEXT,
    goal_due_on      TEXT,
    goal_stopped_on  TEXT,
    goal_provisional INTEGER,
    -- Where the case stands in the worklist; null when it isn't there.
    worklist_due_on  TEXT,
    -- JSON, an array of objects with the fields of `view::DutyRow`: always read and written with the case, as a whole.
    duties           TEXT NOT NULL,
    PRIMARY KEY (municipality, case_id)
) STRICT;

CREATE INDEX case_summary_by_person ON case_summary (municipality, person_id);
CREATE INDEX case_summary_by_name ON case_summary (municipality, name, case_id);

-- The cases in which something is outstanding, in the order in which the list shows them: by the earliest due date of all,
-- '9999-12-31' where none is due. Beside it the earliest of what each actor owes, and all that the list is filtered by, so that a page
-- and its counts are read from here alone.
CREATE TABLE worklist (
    municipality      TEXT NOT NULL,
    due_on            TEXT NOT NULL,
    case_id           TEXT NOT NULL,
    due_municipality  TEXT,
    due_training_unit TEXT,
    due_therapist     TEXT,
    due_provider      TEXT,
    due_hospital      TEXT,
    due_citizen       TEXT,
    plan_type         TEXT,
    provision         TEXT NOT NULL,
    unit              TEXT,
    assigned_to       TEXT,
    PRIMARY KEY (municipality, due_on, case_id)
) STRICT, WITHOUT ROWID;

-- The words by which a case is found, as `search::words` makes them.
CREATE TABLE search_word (
    municipality TEXT NOT NULL,
    case_id      TEXT NOT NULL,
    word         TEXT NOT NULL,
    PRIMARY KEY (municipality, case_id, word)
) STRICT, WITHOUT ROWID;

CREATE INDEX search_word_by_word ON search_word (municipality, word, case_id);

CREATE TABLE inbox (
    municipality TEXT NOT NULL,
    intake_id    TEXT NOT NULL,
    case_id      TEXT,
    received_on  TEXT NOT NULL,
    received_at  TEXT,
    source       TEXT NOT NULL,
    title        TEXT NOT NULL,
    state        TEXT NOT NULL,
    findings     BLOB NOT NULL,
    PRIMARY KEY (municipality, intake_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_identifier (
    municipality TEXT NOT NULL,
    system       TEXT NOT NULL,
    value        TEXT NOT NULL,
    person_id    TEXT NOT NULL,
    PRIMARY KEY (municipality, system, value)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_identifier_by_person ON person_identifier (municipality, person_id);

-- The book and the standard that made the rows above.
CREATE TABLE views_made_of (
    municipality TEXT NOT NULL PRIMARY KEY,
    book         BLOB NOT NULL,
    standard     BLOB NOT NULL
) STRICT, WITHOUT ROWID;
