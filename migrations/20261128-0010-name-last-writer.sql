-- The window that has the pen is not always the one whose text is stored: a save is judged by both.

alter table draft.pv_draft add column saved_by text;
comment on column draft.pv_draft.saved_by is 'Window that made the last save that counts; null before the first, and where it is not known.';
