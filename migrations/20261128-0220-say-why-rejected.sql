alter table organisation.law_change add column reason text
  constraint law_change_reason_when_rejected check (reason is null or state = 'rejected');
comment on column organisation.law_change.reason is 'Why it was rejected; null otherwise, and where it was rejected before reasons were asked for.';
