-- Safeguard G1 at the database's own door: a line, a case and a PV are not added to a register without its charter.

create policy line_chartered on intake.line as restrictive for insert to daira_app
  with check ((select registry.is_chartered('desk-register')));
create policy case_file_chartered on casework.case_file as restrictive for insert to daira_app
  with check ((select registry.is_chartered('cases')));
create policy pv_chartered on documents.pv as restrictive for insert to daira_app
  with check ((select registry.is_chartered('pvs')));
