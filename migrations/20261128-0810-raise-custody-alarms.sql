-- The worker raises alarms and looks whether anyone took note; a deadline that moved and came back is due at another hour.

grant update (due_at) on custody.alarm to daira_app;
create policy alarm_ack_job on custody.alarm_ack for select to daira_worker using (true);
grant select on custody.alarm_ack to daira_worker;
