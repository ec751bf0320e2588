-- The files of a PV are seen by whoever sees the PV: the unit it was drawn up in says nothing about a case that moved on.

create policy file_of_pv_seen on files.file for select to daira_app
  using (owner_type = 'pv' and exists (select 1 from documents.pv p where p.id = owner_id));
