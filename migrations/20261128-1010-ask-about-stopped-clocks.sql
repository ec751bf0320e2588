-- A proven exclusion that nobody ends stops the clock for ever: it is asked about at each interval of the country.
alter table custody.alarm drop constraint alarm_what_known;
alter table custody.alarm add constraint alarm_what_known check (what in ('deadline', 'welfare', 'exclusion'));
comment on column custody.alarm.what is
  'deadline: the end of the time allowed; welfare: a look in was missed; exclusion: the clock stands still, and nobody said that it goes on.';
comment on column custody.alarm.hours_before is
  'Hours before the deadline; 0 is the deadline itself. Of an exclusion, hours for which the clock has stood still.';
comment on column custody.alarm.about_at is 'The deadline, the hour at which someone was to look in, or that at which the clock stopped.';
