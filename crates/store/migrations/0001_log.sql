-- The log: events in one hash chain a stream. The municipality leads every key.

CREATE TABLE event (
    municipality       TEXT    NOT NULL,
    stream_kind        TEXT    NOT NULL,
    stream_id          TEXT    NOT NULL,
    version            INTEGER NOT NULL CHECK (version > 0),
    position           INTEGER NOT NULL CHECK (position > 0),
    name               TEXT    NOT NULL,
    happened_on        TEXT    NOT NULL,
    happened_at        TEXT,
    recorded_at        TEXT    NOT NULL,
    recorded_by        TEXT    NOT NULL,
    role               TEXT    NOT NULL,
    content_digest     BLOB    NOT NULL,
    attachment_digests BLOB    NOT NULL,
    previous           BLOB    NOT NULL,
    hash               BLOB    NOT NULL,
    -- Read by stream, so kept by stream: a case's events lie beside each other.
    PRIMARY KEY (municipality, stream_kind, stream_id, version)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX event_by_position ON event (municipality, position);

-- A header is never changed. Whoever can drop a trigger can still do so; the chain is for that.
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;

-- What an event says. A row of its own, so that it can go while the header stays.
CREATE TABLE event_content (
    municipality TEXT    NOT NULL,
    position     INTEGER NOT NULL,
    salt         BLOB    NOT NULL,
    content      BLOB    NOT NULL,
    PRIMARY KEY (municipality, position),
    FOREIGN KEY (municipality, position) REFERENCES event (municipality, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER event_content_is_never_changed BEFORE UPDATE ON event_content
BEGIN SELECT RAISE(ABORT, 'a content is never changed'); END;

-- Documents as they came. Large, so in rows outside the key's tree.
CREATE TABLE attachment (
    municipality TEXT    NOT NULL,
    position     INTEGER NOT NULL,
    number       INTEGER NOT NULL CHECK (number > 0),
    salt         BLOB    NOT NULL,
    name         TEXT    NOT NULL,
    media_type   TEXT    NOT NULL,
    document     BLOB    NOT NULL,
    PRIMARY KEY (municipality, position, number),
    FOREIGN KEY (municipality, position) REFERENCES event (municipality, position)
) STRICT;

CREATE TRIGGER attachment_is_never_changed BEFORE UPDATE ON attachment
BEGIN SELECT RAISE(ABORT, 'an attachment is never changed'); END;

-- Which command or message was recorded, and where it ended.
CREATE TABLE command_done (
    municipality TEXT    NOT NULL,
    key          TEXT    NOT NULL,
    position     INTEGER NOT NULL,
    PRIMARY KEY (municipality, key)
) STRICT, WITHOUT ROWID;
