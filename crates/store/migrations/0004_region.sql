-- What the region owes has a place in the worklist beside what the others owe. The column is filled when the views are made anew.
ALTER TABLE worklist ADD COLUMN due_region TEXT;

DELETE FROM views_made_of;
