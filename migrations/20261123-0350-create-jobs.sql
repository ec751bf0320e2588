-- The door through which a command hands work to the background: the job exists if, and only if, the command commits.

create function platform.enqueue(p_task text, p_payload json, p_run_at timestamptz, p_key text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(p_task, payload => p_payload, run_at => p_run_at, job_key => p_key);
end $$;
comment on function platform.enqueue(text, json, timestamptz, text) is 'Adds a job; a key given twice replaces the first job.';
revoke execute on function platform.enqueue(text, json, timestamptz, text) from public;
grant execute on function platform.enqueue(text, json, timestamptz, text) to daira_app, daira_worker;
