-- A unit that somebody must not know of comes to a meeting without their reading it, as it takes part in the plan: found by the
-- worlds with a secret. What it says goes with it.
alter policy not_barred on meeting_party using (
  id not in (select unnest(my_barred_things()))
  and (unit_id is null or unit_id not in (select unnest(my_barred_things()))));
create policy not_barred on meeting_words as restrictive for select to kb_app using (
  exists (select from meeting_party p where p.child_id = meeting_words.child_id and p.meeting_id = meeting_words.meeting_id
    and p.id = party_id));
