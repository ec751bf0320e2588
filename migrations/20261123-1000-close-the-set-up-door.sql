-- In a real installation the set-up door closes with the first officer, in the same transaction: not with the first
-- sign-in, before which a second person with the code could have come in.

create or replace function identity.enter_set_up(p_permission text, p_command uuid, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select 1 from platform.installation i where i.mode = 'real') then
    -- Of two at once the second waits here, and then finds the first one's grant.
    perform pg_advisory_xact_lock(7303020);
    if exists (select 1 from organisation.role_grant) then return false; end if;
  elsif exists (select 1 from organisation.role_grant g where g.reason <> 'set-up') then
    return false;
  end if;
  perform identity.set_context(null, null, null, p_permission, p_command, p_now, '{}', true, false);
  return true;
end $$;
comment on function identity.enter_set_up(text, uuid, timestamptz) is
  'Context of the first start. A real installation: until its first officer holds a role; a training one: until an officer has been granted a role by another. Then never again.';
