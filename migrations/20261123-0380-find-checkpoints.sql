-- Thousands of checkpoints are signed a day; the newest minutes of them are looked for at every export and proof.

create index checkpoint_by_time on audit.checkpoint (made_at);
