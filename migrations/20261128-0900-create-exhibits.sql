-- Exhibits: things in the hands of the police, where they lie, and every hand they passed through. A movement is added and never
-- changed; a count finds what is otherwise than recorded and moves nothing.

create schema exhibits;
comment on schema exhibits is 'Exhibits with their places, chain of custody, photographs, digital files, and stock-takings.';
grant usage on schema exhibits to daira_app, daira_worker;

create table exhibits.place (
  id uuid constraint place_pk primary key,
  unit_id uuid not null constraint place_unit_fk references organisation.unit (id),
  area text not null,
  kind text not null constraint place_kind_known check (kind in ('room', 'shelf', 'box', 'in-hand', 'laboratory', 'court-registry', 'outside')),
  code text not null,
  label_ar text not null,
  label_fr text not null,
  parent_id uuid constraint place_parent_fk references exhibits.place (id),
  capacity text,
  label text not null constraint place_label_once unique constraint place_label_form check (label ~ '^[A-Z2-7]{26}$'),
  founded_at timestamptz not null,
  founded_by uuid constraint place_founder_fk references organisation.officer (id),
  closed_at timestamptz,
  version integer not null default 1,
  constraint place_within check (case kind when 'shelf' then parent_id is not null when 'box' then parent_id is not null else parent_id is null end)
);
comment on table exhibits.place is 'Where exhibits lie: rooms, shelves, boxes, and the kinds of elsewhere, so that a place is always known.';
comment on column exhibits.place.id is 'UUIDv7.';
comment on column exhibits.place.unit_id is 'Unit it belongs to.';
comment on column exhibits.place.area is 'Stable code of its wilaya.';
comment on column exhibits.place.kind is 'room, shelf, box; in-hand, laboratory, court-registry, outside: one of each a unit, made when first needed.';
comment on column exhibits.place.code is 'Short name, written on it.';
comment on column exhibits.place.label_ar is 'Name in Arabic.';
comment on column exhibits.place.label_fr is 'Name in French.';
comment on column exhibits.place.parent_id is 'What it stands in.';
comment on column exhibits.place.capacity is 'How much fits, in words.';
comment on column exhibits.place.label is 'What its QR code holds: 128 random bits in base32.';
comment on column exhibits.place.founded_at is 'When.';
comment on column exhibits.place.founded_by is 'By whom.';
comment on column exhibits.place.closed_at is 'When it was given up.';
comment on column exhibits.place.version is 'Counts changes.';
create unique index place_code_once on exhibits.place (unit_id, code) where closed_at is null;
create unique index place_elsewhere_once on exhibits.place (unit_id, kind) where kind in ('in-hand', 'laboratory', 'court-registry', 'outside');
create index place_by_parent on exhibits.place (parent_id) where parent_id is not null;

create table exhibits.exhibit (
  id uuid constraint exhibit_pk primary key,
  case_id uuid not null constraint exhibit_case_fk references casework.case_file (id),
  unit_id uuid not null constraint exhibit_unit_fk references organisation.unit (id),
  area text not null,
  series text not null constraint exhibit_series_known check (series in ('exhibit', 'exhibit-sealed')),
  year integer not null,
  number bigint not null,
  reference text not null,
  origin text not null constraint exhibit_origin_known check (origin in ('seized', 'found', 'deposited', 'handed-over')),
  kind text not null constraint exhibit_kind_known check (kind in ('object', 'document', 'money', 'drug', 'weapon', 'vehicle', 'phone', 'computer',
    'storage-medium', 'clothing', 'biological', 'other')),
  pv_id uuid constraint exhibit_pv_fk references documents.pv (id),
  owner_participant_id uuid,
  held_from_participant_id uuid,
  key_id uuid not null constraint exhibit_key_fk references platform.data_key (id),
  detail bytea not null,
  links bytea,
  quantity numeric constraint exhibit_quantity_positive check (quantity > 0),
  measure text not null constraint exhibit_measure_known check (measure in ('piece', 'gram', 'kilogram', 'millilitre', 'litre', 'currency', 'other')),
  currency text constraint exhibit_currency_form check (currency ~ '^[A-Z]{3}$'),
  counted_with uuid constraint exhibit_counted_fk references organisation.officer (id),
  label text not null constraint exhibit_label_once unique constraint exhibit_label_form check (label ~ '^[A-Z2-7]{26}$'),
  state text not null constraint exhibit_state_known check (state in ('held', 'at-laboratory', 'missing', 'deposited', 'returned', 'destroyed')),
  seal_state text not null constraint exhibit_seal_state_known check (seal_state in ('none', 'sealed', 'opened')),
  seal_number text,
  place_id uuid not null constraint exhibit_place_fk references exhibits.place (id),
  seq integer not null constraint exhibit_seq_positive check (seq > 0),
  last_at timestamptz not null,
  expected_back timestamptz,
  mark_count integer not null default 0 constraint exhibit_marks_counted check (mark_count >= 0),
  taken_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint exhibit_recorder_fk references organisation.officer (id),
  quality_at_act jsonb not null,
  version integer not null default 1,
  constraint exhibit_number_once unique (unit_id, series, year, number),
  constraint exhibit_currency_of_money check ((measure = 'currency') = (currency is not null)),
  constraint exhibit_seal_whole check ((seal_state = 'none') = (seal_number is null)),
  constraint exhibit_expected_at_laboratory check (expected_back is null or state = 'at-laboratory')
);
comment on table exhibits.exhibit is 'A thing in the hands of the police. Where it stands is what its movements make of it.';
comment on column exhibits.exhibit.id is 'UUIDv7.';
comment on column exhibits.exhibit.case_id is 'The case it belongs to; who sees that sees this.';
comment on column exhibits.exhibit.unit_id is 'Unit that took it and numbers it.';
comment on column exhibits.exhibit.area is 'Stable code of its wilaya.';
comment on column exhibits.exhibit.series is 'Exhibits of a sealed case are numbered in a series of their own, so that no gap betrays them.';
comment on column exhibits.exhibit.year is 'Year in legal time.';
comment on column exhibits.exhibit.number is 'Number in the series, without gaps.';
comment on column exhibits.exhibit.reference is 'The number as people write it.';
comment on column exhibits.exhibit.origin is 'How it came: seized, found, deposited, handed-over.';
comment on column exhibits.exhibit.kind is 'What it is: a code.';
comment on column exhibits.exhibit.pv_id is 'The PV of its seizure; null until it is named.';
comment on column exhibits.exhibit.owner_participant_id is 'Link of the case that owns it; null where the owner is unknown. No foreign key: the link ends with retention, this row stays.';
comment on column exhibits.exhibit.held_from_participant_id is 'Link of the case it was taken from.';
comment on column exhibits.exhibit.key_id is 'Key of this exhibit alone.';
comment on column exhibits.exhibit.detail is 'Description, numbers, marks: JSON, encrypted.';
comment on column exhibits.exhibit.links is 'Names of owner and holder as they were when named: JSON, encrypted.';
comment on column exhibits.exhibit.quantity is 'How much of it; null where it was not measured.';
comment on column exhibits.exhibit.measure is 'Of what.';
comment on column exhibits.exhibit.currency is 'ISO 4217, of money.';
comment on column exhibits.exhibit.counted_with is 'The second officer who counted.';
comment on column exhibits.exhibit.label is 'What its QR code holds: 128 random bits in base32.';
comment on column exhibits.exhibit.state is 'held; at-laboratory; missing; deposited, returned, destroyed: ends.';
comment on column exhibits.exhibit.seal_state is 'none; sealed; opened.';
comment on column exhibits.exhibit.seal_number is 'The last seal set.';
comment on column exhibits.exhibit.place_id is 'Where the last movement left it.';
comment on column exhibits.exhibit.seq is 'Number of its last movement.';
comment on column exhibits.exhibit.last_at is 'The latest hour a movement was done at.';
comment on column exhibits.exhibit.expected_back is 'When it is to be back from the laboratory.';
comment on column exhibits.exhibit.mark_count is 'How many rules its movements broke; never less than before.';
comment on column exhibits.exhibit.taken_at is 'When it was taken.';
comment on column exhibits.exhibit.recorded_at is 'When the server had it.';
comment on column exhibits.exhibit.recorded_by is 'Who took it down.';
comment on column exhibits.exhibit.quality_at_act is 'Rank, unit and judicial-police quality of that officer when it was taken: codes.';
comment on column exhibits.exhibit.version is 'Counts changes; a movement names the one it knew.';
create index exhibit_by_case on exhibits.exhibit (case_id, id);
create index exhibit_by_place on exhibits.exhibit (place_id, id);
create index exhibit_by_unit on exhibits.exhibit (unit_id, id desc);
create index exhibit_by_seal on exhibits.exhibit (seal_number) where seal_number is not null;
create index exhibit_expected on exhibits.exhibit (expected_back) where expected_back is not null;
create index exhibit_by_number on exhibits.exhibit (year, number);

create table exhibits.movement (
  id uuid constraint movement_pk primary key,
  exhibit_id uuid not null constraint movement_exhibit_fk references exhibits.exhibit (id),
  unit_id uuid not null constraint movement_unit_fk references organisation.unit (id),
  area text not null,
  seq integer not null,
  kind text not null constraint movement_kind_known check (kind in ('taken', 'sealed', 'stored', 'moved', 'opened', 'resealed', 'sent-to-laboratory',
    'back-from-laboratory', 'deposited-at-court', 'returned', 'destroyed', 'missing', 'found-again', 'corrected')),
  from_place_id uuid constraint movement_from_fk references exhibits.place (id),
  to_place_id uuid not null constraint movement_to_fk references exhibits.place (id),
  handed_by uuid constraint movement_hander_fk references organisation.officer (id),
  received_by uuid constraint movement_receiver_fk references organisation.officer (id),
  handed_party text not null,
  received_party text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint movement_recorder_fk references organisation.officer (id),
  seal_number text,
  seal_seen text,
  seal_broken boolean not null default false,
  order_authority text constraint movement_authority_known check (order_authority in ('prosecutor', 'prosecutor-general', 'investigating-judge', 'court', 'other')),
  order_date date,
  expected_back timestamptz,
  corrects_seq integer,
  marks jsonb not null default '[]',
  key_id uuid not null constraint movement_key_fk references platform.data_key (id),
  detail bytea not null,
  constraint movement_once unique (exhibit_id, seq),
  constraint movement_two_persons check (handed_party <> received_party),
  constraint movement_hander_whole check (handed_party ~ '^(officer|participant|outside):.' and (handed_party like 'officer:%') = (handed_by is not null)),
  constraint movement_receiver_whole check (received_party ~ '^(officer|participant|outside):.' and (received_party like 'officer:%') = (received_by is not null)),
  constraint movement_taken_first check ((seq = 1) = (kind = 'taken')),
  constraint movement_from_somewhere check ((kind = 'taken') = (from_place_id is null)),
  constraint movement_seal_named check ((kind in ('sealed', 'resealed')) = (seal_number is not null)),
  constraint movement_order_whole check ((order_authority is null) = (order_date is null)),
  constraint movement_corrects check ((kind = 'corrected') = (corrects_seq is not null) and (corrects_seq is null or corrects_seq between 1 and seq - 1))
);
comment on table exhibits.movement is 'One row for each thing that happened to an exhibit, from 1 without a gap: added, never changed or removed.';
comment on column exhibits.movement.id is 'UUIDv7.';
comment on column exhibits.movement.exhibit_id is 'The exhibit.';
comment on column exhibits.movement.unit_id is 'Unit of the exhibit.';
comment on column exhibits.movement.area is 'Wilaya of the exhibit.';
comment on column exhibits.movement.seq is 'Place in the chain.';
comment on column exhibits.movement.kind is 'What happened: a code.';
comment on column exhibits.movement.from_place_id is 'Where it was, as seen; null for the first.';
comment on column exhibits.movement.to_place_id is 'Where it was left.';
comment on column exhibits.movement.handed_by is 'The officer who handed it over, where it was one.';
comment on column exhibits.movement.received_by is 'The officer who received it, where it was one.';
comment on column exhibits.movement.handed_party is 'Who handed it over: officer:id, participant:id, or outside: and a keyed digest of the name, so that one person cannot stand on both sides.';
comment on column exhibits.movement.received_party is 'Who received it, likewise.';
comment on column exhibits.movement.occurred_at is 'When it was done, as stated.';
comment on column exhibits.movement.recorded_at is 'When the server had it.';
comment on column exhibits.movement.recorded_by is 'Who took it down: one of the two, or a witness.';
comment on column exhibits.movement.seal_number is 'The seal set by it.';
comment on column exhibits.movement.seal_seen is 'The seal as seen.';
comment on column exhibits.movement.seal_broken is 'True where the seal was found broken.';
comment on column exhibits.movement.order_authority is 'Kind of authority that ordered it.';
comment on column exhibits.movement.order_date is 'Day of the order.';
comment on column exhibits.movement.expected_back is 'When it is to be back from the laboratory.';
comment on column exhibits.movement.corrects_seq is 'The movement it adds to.';
comment on column exhibits.movement.marks is 'Rules it broke: codes.';
comment on column exhibits.movement.key_id is 'Key of the exhibit.';
comment on column exhibits.movement.detail is 'Names, words, number of the order: JSON, encrypted.';
create index movement_by_to on exhibits.movement (to_place_id);
create index movement_by_from on exhibits.movement (from_place_id) where from_place_id is not null;

create function exhibits.follow_chain() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  last_seq integer;
  is_over boolean;
begin
  select coalesce(max(m.seq), 0), coalesce(bool_or(m.kind in ('deposited-at-court', 'returned', 'destroyed')), false)
    into last_seq, is_over from exhibits.movement m where m.exhibit_id = new.exhibit_id;
  if new.seq <> last_seq + 1 then
    raise exception 'movement % does not follow movement %', new.seq, last_seq using errcode = 'DA002';
  end if;
  if is_over and new.kind <> 'corrected' then
    raise exception 'nothing but a correction follows the end of an exhibit' using errcode = 'DA002';
  end if;
  return new;
end $$;
comment on function exhibits.follow_chain() is 'A chain has no gap, and goes on after its end by corrections only.';
create trigger movement_follows before insert on exhibits.movement for each row execute function exhibits.follow_chain();
create trigger movement_never_changed before update or delete on exhibits.movement for each row execute function platform.refuse_change();
create trigger movement_not_truncated before truncate on exhibits.movement for each statement execute function platform.refuse_change();

create function exhibits.keep_exhibit() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  may_change constant text[] := array['pv_id', 'owner_participant_id', 'held_from_participant_id', 'links', 'state', 'seal_state', 'seal_number', 'place_id',
    'seq', 'last_at', 'expected_back', 'mark_count', 'version'];
begin
  if tg_op = 'DELETE' then
    raise exception 'an exhibit is never deleted' using errcode = 'DA002';
  end if;
  if (to_jsonb(old) - may_change) <> (to_jsonb(new) - may_change) then
    raise exception 'what was taken down of an exhibit never changes' using errcode = 'DA002';
  end if;
  if (old.pv_id is not null and new.pv_id is distinct from old.pv_id)
    or (old.owner_participant_id is not null and new.owner_participant_id is distinct from old.owner_participant_id)
    or (old.held_from_participant_id is not null and new.held_from_participant_id is distinct from old.held_from_participant_id) then
    raise exception 'what an exhibit is linked to is named once' using errcode = 'DA002';
  end if;
  if old.state in ('deposited', 'returned', 'destroyed') and new.state <> old.state then
    raise exception 'an exhibit that is % stays so', old.state using errcode = 'DA002';
  end if;
  if new.mark_count < old.mark_count or new.version <= old.version or new.seq < old.seq then
    raise exception 'marks, version and movements of an exhibit only grow' using errcode = 'DA002';
  end if;
  return new;
end $$;
comment on function exhibits.keep_exhibit() is 'Of an exhibit changes only where it stands, and what was not named yet.';
create trigger exhibit_kept before update or delete on exhibits.exhibit for each row execute function exhibits.keep_exhibit();
create trigger exhibit_not_truncated before truncate on exhibits.exhibit for each statement execute function platform.refuse_change();

create function exhibits.match_chain() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  target uuid;
  last_row record;
  standing record;
begin
  if tg_table_name = 'movement' then target := new.exhibit_id; else target := new.id; end if;
  select e.seq, e.place_id into standing from exhibits.exhibit e where e.id = target;
  select m.seq, m.to_place_id into last_row from exhibits.movement m where m.exhibit_id = target order by m.seq desc limit 1;
  if last_row.seq is distinct from standing.seq or last_row.to_place_id is distinct from standing.place_id then
    raise exception 'exhibit % does not stand where its last movement left it', target using errcode = 'DA002';
  end if;
  return null;
end $$;
comment on function exhibits.match_chain() is 'At the commit an exhibit stands where its last movement left it: neither goes without the other.';
create constraint trigger exhibit_matches after insert or update on exhibits.exhibit
  deferrable initially deferred for each row execute function exhibits.match_chain();
create constraint trigger movement_matches after insert on exhibits.movement
  deferrable initially deferred for each row execute function exhibits.match_chain();

create table exhibits.stored_file (
  id uuid constraint stored_file_pk primary key,
  exhibit_id uuid not null constraint stored_file_exhibit_fk references exhibits.exhibit (id),
  unit_id uuid not null constraint stored_file_unit_fk references organisation.unit (id),
  area text not null,
  role text not null constraint stored_file_role_known check (role in ('photo', 'original', 'working-copy')),
  file_id uuid not null constraint stored_file_once unique constraint stored_file_file_fk references files.file (id),
  copy_of uuid constraint stored_file_copy_fk references exhibits.stored_file (id),
  size bigint not null,
  media_type text not null,
  sha256 bytea not null constraint stored_file_digest_size check (length(sha256) = 32),
  key_id uuid not null constraint stored_file_key_fk references platform.data_key (id),
  detail bytea not null,
  taken_at timestamptz,
  added_at timestamptz not null,
  added_by uuid not null constraint stored_file_adder_fk references organisation.officer (id),
  checked_at timestamptz,
  intact boolean,
  constraint stored_file_copy_has_original check ((role = 'working-copy') = (copy_of is not null)),
  constraint stored_file_photo_has_hour check ((role = 'photo') = (taken_at is not null)),
  constraint stored_file_check_whole check ((checked_at is null) = (intact is null))
);
comment on table exhibits.stored_file is 'Photographs of an exhibit, digital files that belong to it, and the copies that are worked on.';
comment on column exhibits.stored_file.id is 'UUIDv7.';
comment on column exhibits.stored_file.exhibit_id is 'The exhibit.';
comment on column exhibits.stored_file.unit_id is 'Unit of the exhibit.';
comment on column exhibits.stored_file.area is 'Wilaya of the exhibit.';
comment on column exhibits.stored_file.role is 'photo; original: sealed on arrival; working-copy: what is worked on.';
comment on column exhibits.stored_file.file_id is 'The bytes.';
comment on column exhibits.stored_file.copy_of is 'Of a working copy: its original.';
comment on column exhibits.stored_file.size is 'Bytes.';
comment on column exhibits.stored_file.media_type is 'Media type.';
comment on column exhibits.stored_file.sha256 is 'Digest taken by the server on arrival.';
comment on column exhibits.stored_file.key_id is 'Key of the exhibit.';
comment on column exhibits.stored_file.detail is 'Caption, note, purpose of a copy: JSON, encrypted.';
comment on column exhibits.stored_file.taken_at is 'Of a photograph: when it was taken, as stated.';
comment on column exhibits.stored_file.added_at is 'When it arrived.';
comment on column exhibits.stored_file.added_by is 'Who added it.';
comment on column exhibits.stored_file.checked_at is 'When its bytes were last compared with the digest.';
comment on column exhibits.stored_file.intact is 'Whether they agreed then.';
create index stored_file_by_exhibit on exhibits.stored_file (exhibit_id, id);
create index stored_file_by_copy on exhibits.stored_file (copy_of) where copy_of is not null;
create index stored_file_to_check on exhibits.stored_file (checked_at nulls first, id);

create function exhibits.keep_file() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(old) - array['checked_at', 'intact']) <> (to_jsonb(new) - array['checked_at', 'intact']) then
    raise exception 'a file of an exhibit is never changed or removed' using errcode = 'DA002';
  end if;
  return new;
end $$;
comment on function exhibits.keep_file() is 'Of a file of an exhibit changes only when it was last compared with its digest.';
create trigger stored_file_kept before update or delete on exhibits.stored_file for each row execute function exhibits.keep_file();
create trigger stored_file_not_truncated before truncate on exhibits.stored_file for each statement execute function platform.refuse_change();

create table exhibits.word (
  exhibit_id uuid not null constraint word_exhibit_fk references exhibits.exhibit (id),
  token bytea not null,
  constraint word_pk primary key (exhibit_id, token)
);
comment on table exhibits.word is 'Words of the encrypted descriptions as keyed digests, so that an exhibit is found by them and nothing can be read from here.';
comment on column exhibits.word.exhibit_id is 'The exhibit.';
comment on column exhibits.word.token is 'HMAC-SHA-256 of the folded word under a key of the installation, its first 12 bytes.';
create index word_by_token on exhibits.word (token, exhibit_id);

create table exhibits.chain_certificate (
  id uuid constraint chain_certificate_pk primary key,
  exhibit_id uuid not null constraint chain_certificate_exhibit_fk references exhibits.exhibit (id),
  unit_id uuid not null constraint chain_certificate_unit_fk references organisation.unit (id),
  area text not null,
  up_to_seq integer not null constraint chain_certificate_seq_positive check (up_to_seq > 0),
  digest bytea not null constraint chain_certificate_digest_size check (length(digest) = 32),
  key_id uuid not null constraint chain_certificate_key_fk references platform.data_key (id),
  purpose bytea not null,
  certified_at timestamptz not null,
  certified_by uuid not null constraint chain_certificate_officer_fk references organisation.officer (id)
);
comment on table exhibits.chain_certificate is 'Claims that a chain was unbroken up to a movement; none is given where it is not.';
comment on column exhibits.chain_certificate.id is 'UUIDv7.';
comment on column exhibits.chain_certificate.exhibit_id is 'The exhibit.';
comment on column exhibits.chain_certificate.unit_id is 'Unit of the exhibit.';
comment on column exhibits.chain_certificate.area is 'Wilaya of the exhibit.';
comment on column exhibits.chain_certificate.up_to_seq is 'The last movement it covers.';
comment on column exhibits.chain_certificate.digest is 'SHA-256 of the chain in canonical JSON.';
comment on column exhibits.chain_certificate.key_id is 'Key of the exhibit.';
comment on column exhibits.chain_certificate.purpose is 'For whom and why, encrypted.';
comment on column exhibits.chain_certificate.certified_at is 'When.';
comment on column exhibits.chain_certificate.certified_by is 'By whom.';
create index chain_certificate_by_exhibit on exhibits.chain_certificate (exhibit_id, id);
create trigger chain_certificate_never_changed before update or delete on exhibits.chain_certificate for each row execute function platform.refuse_change();

create table exhibits.stocktaking (
  id uuid constraint stocktaking_pk primary key,
  place_id uuid not null constraint stocktaking_place_fk references exhibits.place (id),
  unit_id uuid not null constraint stocktaking_unit_fk references organisation.unit (id),
  area text not null,
  opened_at timestamptz not null,
  opened_by uuid not null constraint stocktaking_opener_fk references organisation.officer (id),
  closed_at timestamptz,
  closed_by uuid constraint stocktaking_closer_fk references organisation.officer (id),
  closed_with uuid constraint stocktaking_second_fk references organisation.officer (id),
  expected jsonb,
  differences jsonb,
  key_id uuid not null constraint stocktaking_key_fk references platform.data_key (id),
  detail bytea,
  constraint stocktaking_closed_whole check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (closed_with is null)
    and (closed_at is null) = (differences is null) and (closed_at is null) = (expected is null)),
  constraint stocktaking_two_persons check (closed_by is distinct from closed_with or closed_by is null)
);
comment on table exhibits.stocktaking is 'A count of a place: what was scanned, what was found otherwise than recorded, by which two persons.';
comment on column exhibits.stocktaking.id is 'UUIDv7.';
comment on column exhibits.stocktaking.place_id is 'The place counted, with all that stands in it.';
comment on column exhibits.stocktaking.unit_id is 'Unit of the place.';
comment on column exhibits.stocktaking.area is 'Wilaya of the place.';
comment on column exhibits.stocktaking.opened_at is 'When it began.';
comment on column exhibits.stocktaking.opened_by is 'Who began it.';
comment on column exhibits.stocktaking.closed_at is 'When it ended.';
comment on column exhibits.stocktaking.closed_by is 'Who closed it.';
comment on column exhibits.stocktaking.closed_with is 'The other person who counted.';
comment on column exhibits.stocktaking.expected is 'Exhibits recorded there when it was closed: [{exhibitId, sealNumber}].';
comment on column exhibits.stocktaking.differences is 'What was otherwise: [{kind, exhibitId, scanId, sealSeen, placeId}].';
comment on column exhibits.stocktaking.key_id is 'Key of this count alone.';
comment on column exhibits.stocktaking.detail is 'Note at the closing, encrypted.';
create unique index stocktaking_one_open on exhibits.stocktaking (place_id) where closed_at is null;
create index stocktaking_by_unit on exhibits.stocktaking (unit_id, id desc);

create table exhibits.stocktaking_scan (
  id uuid constraint stocktaking_scan_pk primary key,
  stocktaking_id uuid not null constraint stocktaking_scan_fk references exhibits.stocktaking (id),
  exhibit_id uuid constraint stocktaking_scan_exhibit_fk references exhibits.exhibit (id),
  text bytea not null,
  seal_seen text,
  scanned_at timestamptz not null,
  scanned_by uuid not null constraint stocktaking_scan_officer_fk references organisation.officer (id)
);
comment on table exhibits.stocktaking_scan is 'What the camera read in a count: added, never changed.';
comment on column exhibits.stocktaking_scan.id is 'UUIDv7.';
comment on column exhibits.stocktaking_scan.stocktaking_id is 'The count.';
comment on column exhibits.stocktaking_scan.exhibit_id is 'The exhibit of that label; null where it said nothing to whoever counted.';
comment on column exhibits.stocktaking_scan.text is 'What was read, encrypted under the key of the count.';
comment on column exhibits.stocktaking_scan.seal_seen is 'The seal as seen, where it was looked at.';
comment on column exhibits.stocktaking_scan.scanned_at is 'When.';
comment on column exhibits.stocktaking_scan.scanned_by is 'By whom.';
create index stocktaking_scan_of on exhibits.stocktaking_scan (stocktaking_id, id);
create trigger stocktaking_scan_never_changed before update or delete on exhibits.stocktaking_scan for each row execute function platform.refuse_change();

create function exhibits.keep_stocktaking() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' or old.closed_at is not null or new.closed_at is null
    or (to_jsonb(old) - array['closed_at', 'closed_by', 'closed_with', 'expected', 'differences', 'detail'])
      <> (to_jsonb(new) - array['closed_at', 'closed_by', 'closed_with', 'expected', 'differences', 'detail']) then
    raise exception 'a stock-taking changes once, when it is closed' using errcode = 'DA002';
  end if;
  return new;
end $$;
comment on function exhibits.keep_stocktaking() is 'A count is closed once and never changes again.';
create trigger stocktaking_kept before update or delete on exhibits.stocktaking for each row execute function exhibits.keep_stocktaking();

do $$
declare target text;
begin
  foreach target in array array['place', 'exhibit', 'movement', 'stored_file', 'word', 'chain_certificate', 'stocktaking', 'stocktaking_scan'] loop
    perform platform.guard(('exhibits.' || target)::regclass);
  end loop;
end $$;

-- An exhibit is seen with its case.
create policy exhibit_with_its_case on exhibits.exhibit for select to daira_app using (casework.may_see(case_id));
create policy exhibit_kept on exhibits.exhibit as restrictive to daira_app using (not casework.is_destroyed(case_id));
create policy exhibit_added on exhibits.exhibit for insert to daira_app with check (
  casework.may_see(case_id) and recorded_by = (select ctx.actor_id())
  and ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])));
create policy exhibit_chartered on exhibits.exhibit as restrictive for insert to daira_app
  with check ((select registry.is_chartered('exhibits')));
create policy exhibit_moved on exhibits.exhibit for update to daira_app
  using (casework.may_see(case_id)
    and (select ctx.permission()) in ('exhibit.record', 'exhibit.move', 'exhibit.end', 'exhibit.destroy'))
  with check (casework.may_see(case_id));
grant select, insert on exhibits.exhibit to daira_app;
grant update (pv_id, owner_participant_id, held_from_participant_id, links, state, seal_state, seal_number, place_id, seq, last_at, expected_back,
  mark_count, version) on exhibits.exhibit to daira_app;

create policy movement_with_its_exhibit on exhibits.movement for select to daira_app
  using (exists (select 1 from exhibits.exhibit e where e.id = exhibit_id));
create policy movement_added on exhibits.movement for insert to daira_app with check (
  recorded_by = (select ctx.actor_id()) and exists (select 1 from exhibits.exhibit e where e.id = exhibit_id)
  and (select ctx.permission()) in ('exhibit.record', 'exhibit.move', 'exhibit.end', 'exhibit.destroy'));
grant select, insert on exhibits.movement to daira_app;

create policy stored_file_with_its_exhibit on exhibits.stored_file for select to daira_app
  using (exists (select 1 from exhibits.exhibit e where e.id = exhibit_id));
create policy stored_file_added on exhibits.stored_file for insert to daira_app with check (
  added_by = (select ctx.actor_id()) and exists (select 1 from exhibits.exhibit e where e.id = exhibit_id));
grant select, insert on exhibits.stored_file to daira_app;

create policy word_with_its_exhibit on exhibits.word for select to daira_app
  using (exists (select 1 from exhibits.exhibit e where e.id = exhibit_id));
create policy word_added on exhibits.word for insert to daira_app
  with check (exists (select 1 from exhibits.exhibit e where e.id = exhibit_id));
grant select, insert on exhibits.word to daira_app;

create policy chain_certificate_with_its_exhibit on exhibits.chain_certificate for select to daira_app
  using (exists (select 1 from exhibits.exhibit e where e.id = exhibit_id));
create policy chain_certificate_added on exhibits.chain_certificate for insert to daira_app with check (
  certified_by = (select ctx.actor_id()) and (select ctx.permission()) = 'exhibit.certify'
  and exists (select 1 from exhibits.exhibit e where e.id = exhibit_id));
grant select, insert on exhibits.chain_certificate to daira_app;

-- A place is its unit's; whoever sees an exhibit also sees where it lies and lay.
create policy place_of_its_unit on exhibits.place for select to daira_app using (
  (select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])
  or exists (select 1 from exhibits.exhibit e where e.place_id = place.id)
  or exists (select 1 from exhibits.movement m where m.to_place_id = place.id)
  or exists (select 1 from exhibits.movement m where m.from_place_id = place.id));
create policy place_founded on exhibits.place for insert to daira_app with check (
  founded_by = (select ctx.actor_id()) and ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])));
create policy place_closed on exhibits.place for update to daira_app
  using ((select ctx.permission()) = 'exhibit.manage-places' and ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])))
  with check ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[]));
grant select, insert, update (closed_at, version) on exhibits.place to daira_app;

create policy stocktaking_of_its_unit on exhibits.stocktaking for select to daira_app
  using ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[]));
create policy stocktaking_opened on exhibits.stocktaking for insert to daira_app with check (
  opened_by = (select ctx.actor_id()) and ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])));
create policy stocktaking_closed on exhibits.stocktaking for update to daira_app
  using ((select ctx.permission()) = 'exhibit.count' and ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])))
  with check (closed_by = (select ctx.actor_id()));
grant select, insert, update (closed_at, closed_by, closed_with, expected, differences, detail) on exhibits.stocktaking to daira_app;

create policy stocktaking_scan_seen on exhibits.stocktaking_scan for select to daira_app
  using (exists (select 1 from exhibits.stocktaking s where s.id = stocktaking_id));
create policy stocktaking_scan_added on exhibits.stocktaking_scan for insert to daira_app with check (
  scanned_by = (select ctx.actor_id())
  and exists (select 1 from exhibits.stocktaking s where s.id = stocktaking_id and s.closed_at is null));
grant select, insert on exhibits.stocktaking_scan to daira_app;

create function exhibits.is_used(p_place uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from exhibits.exhibit e where e.place_id = p_place)
    or exists (select 1 from exhibits.place p where p.parent_id = p_place and p.closed_at is null)
    or exists (select 1 from exhibits.stocktaking s where s.place_id = p_place and s.closed_at is null)
$$;
comment on function exhibits.is_used(uuid) is
  'True where something lies or stands in a place or it is being counted, also what the officer may not see: a place that is given up would hide it.';
revoke execute on function exhibits.is_used(uuid) from public;
grant execute on function exhibits.is_used(uuid) to daira_app;

-- The nightly comparison, and the end of a case.
create policy exhibit_job on exhibits.exhibit for select to daira_worker
  using ((select ctx.permission()) in ('job.exhibits.check-files', 'job.retention'));
create policy stored_file_job on exhibits.stored_file for select to daira_worker
  using ((select ctx.permission()) in ('job.exhibits.check-files', 'job.retention'));
create policy stored_file_compared on exhibits.stored_file for update to daira_worker
  using ((select ctx.permission()) = 'job.exhibits.check-files');
create policy word_job on exhibits.word to daira_worker using ((select ctx.permission()) = 'job.retention');
grant select on exhibits.exhibit to daira_worker;
grant select, update (checked_at, intact) on exhibits.stored_file to daira_worker;
grant select, delete on exhibits.word to daira_worker;

-- The files of an exhibit are seen by whoever sees the exhibit; an original only where it is opened for a stated reason,
-- copied, or has just arrived.
drop policy file_in_reach on files.file;
create policy file_in_reach on files.file for select to daira_app using (
  owner_type not in ('pv', 'exhibit') and (
    (select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])
    or ((select ctx.reaches_own()) and added_by = (select ctx.actor_id()))));
create policy file_of_exhibit_seen on files.file for select to daira_app using (
  owner_type = 'exhibit' and exists (select 1 from exhibits.stored_file s where s.file_id = file.id
    and (s.role <> 'original' or (select ctx.permission()) in ('exhibit.read-original', 'exhibit.copy'))));
