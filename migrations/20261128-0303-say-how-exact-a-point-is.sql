-- A point on the map says how exactly it is known.

alter table casework.case_file
  add column point_precision text constraint case_file_point_precision_known check (point_precision in ('spot', 'street', 'district', 'town'));
alter table casework.case_file
  add constraint case_file_precision_has_point check (point_precision is null or latitude is not null);
comment on column casework.case_file.point_precision is 'How exactly the point is known: spot, street, district, town; null where it was set without saying.';
