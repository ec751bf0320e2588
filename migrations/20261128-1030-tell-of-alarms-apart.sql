-- Alarms are raised at once and told right after: whoever looks at a wall need not wait until everyone has a notice. What was raised
-- before was told then.
alter table custody.alarm add column told_at timestamptz default now();
alter table custody.alarm alter column told_at drop default;
comment on column custody.alarm.told_at is 'Once raised: when officers were told; null until they are.';
create index alarm_to_tell on custody.alarm (raised_at) where raised_at is not null and told_at is null;

create or replace function custody.keep_alarm() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'an alarm that was raised stays' using errcode = 'DA002';
  end if;
  if old.raised_at is not null and (old.told_at is not null or new.told_at is null
    or to_jsonb(new) - 'told_at' <> to_jsonb(old) - 'told_at') then
    raise exception 'an alarm that was raised stays' using errcode = 'DA002';
  end if;
  return new;
end $$;
comment on function custody.keep_alarm() is 'No alarm is deleted, none that was raised is changed, but that it was told, once.';
