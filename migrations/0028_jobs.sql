-- What nobody asks for but must be done: jobs. Their queue lies in the schema `jobs`, which `npm run migrate` keeps; here is
-- what they do. docs/decisions/0023-jobs-that-may-run-twice.md

-- A row in the log of what a job has done, by nobody. `event` and `event_digest` are of the row as the application makes them.
create function note_job(event uuid, moment timestamptz, job text, came_to text, queued uuid, event_digest bytea)
returns void volatile security definer set search_path = '' language sql as $$
  insert into public.audit_event (child_id, id, at, actor_id, engagement_id, act, outcome, object_id, request_id, digest)
  values ('00000000-0000-0000-0000-000000000000', event, moment, null, null, 'job.' || job, came_to, queued, event,
    event_digest)
$$;
create policy job_done on audit_event for insert to kb_rules with check (act ~ '^job\.' and actor_id is null);

-- What somebody began to write, and left, goes when its time is over, also when its writer never comes back.
create function forget_expired_drafts(moment timestamptz) returns int
volatile security definer set search_path = '' language plpgsql as $$
declare gone int;
begin
  perform public.refuse_sessions();
  delete from public.draft d where d.expires_at <= moment;
  get diagnostics gone = row_count;
  return gone;
end $$;
create index on draft (expires_at);
grant delete on draft to kb_rules;
create policy rules_forget on draft for delete to kb_rules using (true);

call give_to_rules(new_rules(), 'kb_app');
