-- A month that the prosecutor saw can still be compared with its visa after retention emptied some of its lines: what each adds to the
-- digest is kept, and which certificate says that it ended. Hashes of sealed bytes and codes; no word of anyone is in them.
alter table custody.custody add column ended_digests bytea;
comment on column custody.custody.ended_digests is
  'What the line and its entries add to the digest of their month, as they stood when retention emptied it: SHA-256 values one after the other.';

create function custody.ended_lines(p_place uuid, p_book text, p_from timestamptz, p_to timestamptz)
returns table (year integer, number bigint, ended_at timestamptz, digests bytea, certificate_id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select c.year, c.number, c.destroyed_at, c.ended_digests,
    (select r.id from retention.certificate r join retention.item i on i.proposal_id = r.proposal_id
      where i.record_id in (c.id, c.case_id) and i.outcome = 'destroyed' order by r.issued_at desc limit 1)
  from custody.custody c join custody.place p on p.id = c.place_id
  where c.place_id = p_place and c.book = p_book and c.placed_at >= p_from and c.placed_at < p_to and c.destroyed_at is not null
    and (ctx.reaches_all() or p.unit_id = any (ctx.units()) or p.prosecutor_unit_id = any (ctx.units()))
  order by c.year, c.number
$$;
comment on function custody.ended_lines(uuid, text, timestamptz, timestamptz) is
  'Lines of a month of a book that retention emptied: their numbers, since when, their digests, the certificate; for whoever reads that book whole.';
revoke execute on function custody.ended_lines(uuid, text, timestamptz, timestamptz) from public;
grant execute on function custody.ended_lines(uuid, text, timestamptz, timestamptz) to daira_app;
