-- Who may sign in, and who has looked into a case.

CREATE TABLE user_account (
    municipality  TEXT NOT NULL,
    user_id       TEXT NOT NULL,
    name          TEXT NOT NULL,
    role          TEXT NOT NULL,
    unit          TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    account       TEXT NOT NULL CHECK (account IN ('real', 'demo')),
    PRIMARY KEY (municipality, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE access (
    municipality TEXT    NOT NULL,
    case_id      TEXT    NOT NULL,
    number       INTEGER NOT NULL,
    user_id      TEXT    NOT NULL,
    role         TEXT    NOT NULL,
    at           TEXT    NOT NULL,
    purpose      TEXT    NOT NULL,
    PRIMARY KEY (municipality, case_id, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER access_is_never_changed BEFORE UPDATE ON access
BEGIN SELECT RAISE(ABORT, 'an access is never changed'); END;

CREATE TRIGGER access_is_never_deleted BEFORE DELETE ON access
BEGIN SELECT RAISE(ABORT, 'an access is never deleted'); END;
