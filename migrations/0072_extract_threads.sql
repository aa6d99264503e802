-- What has come by a link, and a question without a name that has been tied to the child, are parts of an extract.
-- docs/decisions/0017.

-- An answer that somebody has taken in is an item. Until then it is told from where it waits, with the key that seals it.
call rewrite('extract_rows(uuid, uuid)', 'select ''decision'', d.id,', 'select ''answer_link'', md5(''link'' || l.item_id)::uuid,
      ''answer_link'', l.item_id::text, ''answer'', 1, case when q.answer is null then l.answer end,
      coalesce(l.answered_at, l.made_at), l.made_by, null, q.answer is null and l.answer is not null,
      array[l.item_id, q.from_unit_id], jsonb_build_object(''yes_withdrawn'', nullif(l.yes_withdrawn, false), ''answered_at'', l.answered_at,
        ''ended_at'', l.ended_at, ''answer_key'', encode(l.answer_key, ''hex''))
    from public.answer_link l
      join public.source_question q on (q.child_id, q.item_id) = (l.child_id, l.item_id)
      join public.unit u on u.id = q.from_unit_id
    where l.child_id = child and u.secrecy_unit_id = wall
    union all
    select ''consultation_child'', t.id, null, null, null, 1, null, t.linked_at, e.person_id, c.to_unit_id, false,
      array[t.id, c.to_unit_id], to_jsonb(t)
    from public.consultation_child t join public.consultation c on c.id = t.consultation_id
      join public.engagement e on e.id = t.linked_by
    where t.child_id = child and t.secrecy_unit_id = wall and t.ended_at is null
    union all
    -- Who wrote is said of our own; of the others, where.
    select ''consultation_message'', m.id, ''consultation_message'', m.id::text, ''body'', 1, m.body, m.written_at,
      case when m.from_asker then e.person_id end, case when not m.from_asker then c.to_unit_id end, false,
      array[t.id, c.to_unit_id], to_jsonb(m) - ''body''
    from public.consultation_child t join public.consultation c on c.id = t.consultation_id
      join public.consultation_message m on m.consultation_id = c.id
      join public.engagement e on e.id = m.written_by
    where t.child_id = child and t.secrecy_unit_id = wall and t.ended_at is null
    union all
    select ''decision'', d.id,');

-- The keys of the questions that are tied to the child, for whoever looks through an extract that waits here: as extract_rows.
create function my_extract_questions() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  child uuid := public.asked_child();
  wall uuid := public.my_secrecy_unit();
begin
  if child is null or wall is null then return '{}'; end if;
  return array(select t.consultation_id from public.consultation_child t
    where t.child_id = child and t.secrecy_unit_id = wall and t.ended_at is null
      and exists (select from public.extract_request r
        where r.child_id = child and r.answered_at is null and r.secrecy_unit_id = wall
          and (child = any (public.my_lead_children()) or r.id in (select m.id from public.my_extract_reviews() m))));
end $$;
create policy in_extract on subject_key for select to kb_app using (
  compartment = 'ordinary' and subject_id in (select unnest(my_extract_questions())));

call give_to_rules(new_rules());
