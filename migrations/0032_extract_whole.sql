-- All that a secrecy unit keeps about a child, for the one who looks through it before it is given to somebody in the family.
-- One door with one lock (a request that waits here, for the one who asks now) instead of a policy on each of thirty tables:
-- nothing opens by it in any other page. What a child has told one person in confidence is not among it.
-- docs/decisions/0017.

-- source names the row's table; part_id what is looked through together; sealed_as, row_id, col and version the place that the
-- body was sealed for. facts has the row's columns: which of them are told stands in src/modules/extract/told.ts.
create function extract_rows(child uuid, request uuid)
returns table (source text, part_id uuid, sealed_as text, row_id text, col text, version int, body bytea, at timestamptz,
  by_id uuid, unit_id uuid, about_other boolean, things uuid[], facts jsonb, is_barred boolean)
stable security definer set search_path = '' language plpgsql as $$
declare
  wall uuid := public.my_secrecy_unit();
  asked public.extract_request;
  self uuid;
begin
  if wall is null or child is null or child is distinct from public.asked_child() then return; end if;
  select * into asked from public.extract_request r
  where r.child_id = child and r.id = request and r.answered_at is null and r.secrecy_unit_id = wall
    and (child = any (public.my_lead_children()) or r.id in (select m.id from public.my_extract_reviews() m));
  if asked.id is null then return; end if;
  select c.person_id into self from public.child c where c.id = child;
  return query
  with kept_item as (
    select i.*, e.unit_id as author_unit,
      i.author_engagement_id is null and i.author_id is distinct from asked.asked_by and i.author_id is distinct from self as others
    from public.item i left join public.engagement e on e.id = i.author_engagement_id
    where i.child_id = child and i.secrecy_unit_id = wall and i.readers <> 'told'),
  kept_plan as (select p.* from public.plan p where p.child_id = child and p.secrecy_unit_id = wall),
  kept_meeting as (select m.* from public.meeting m where m.child_id = child and m.secrecy_unit_id = wall),
  kept_consent as (select c.* from public.consent c where c.child_id = child and c.secrecy_unit_id = wall),
  kept_grant as (select g.* from public.access_grant g where g.child_id = child and g.from_secrecy_unit_id = wall),
  people (person_id) as (select asked.asked_by union all select self),
  kept (source, part_id, sealed_as, row_id, col, version, body, at, by_id, unit_id, about_other, things, facts) as (
    select 'item', i.id, 'item_version', i.id::text, 'body', v.version, v.body, v.written_at, v.written_by, null::uuid,
      i.others, array[i.id, i.author_unit], to_jsonb(i)
    from kept_item i join public.item_version v on v.child_id = i.child_id and v.item_id = i.id
    union all
    select 'noticing', i.id, null, null, null, 1, null, n.sent_at, null, n.to_unit_id, false, array[n.to_unit_id], to_jsonb(n)
    from kept_item i join public.noticing n on n.child_id = i.child_id and n.item_id = i.id
    union all
    select 'noticing_handling', h.item_id, 'noticing_handling', h.item_id::text, 'body', 1, h.body,
      coalesce(h.decided_at, h.opened_at, n.sent_at), h.decided_by, h.unit_id, false, array[h.item_id, h.unit_id],
      to_jsonb(h) - 'body'
    from public.noticing_handling h join public.unit u on u.id = h.unit_id
      left join public.noticing n on n.child_id = h.child_id and n.item_id = h.item_id
    where h.child_id = child and u.secrecy_unit_id = wall
    union all
    select 'statement', i.id, null, null, null, 1, null, i.made_at, null, s.voice_unit_id,
      s.voice_adult_id is not null or (s.voice <> 'professional' and s.voice_person_id is not null
        and s.voice_person_id not in (select p.person_id from people p where p.person_id is not null)),
      array[s.voice_unit_id], to_jsonb(s)
    from kept_item i join public.statement s on s.child_id = i.child_id and s.item_id = i.id
    union all
    select 'support', i.id, null, null, null, 1, null, i.made_at, null, null, false, '{}', to_jsonb(s)
    from kept_item i join public.support s on s.child_id = i.child_id and s.item_id = i.id
    union all
    select 'source_question', q.item_id, null, null, null, 1, null, i.made_at, null, q.to_unit_id, false,
      array[q.item_id, q.to_unit_id], to_jsonb(q)
    from public.source_question q join public.unit u on u.id = q.from_unit_id
      join public.item i on i.child_id = q.child_id and i.id = q.item_id
    where q.child_id = child and u.secrecy_unit_id = wall
    union all
    select 'decision', d.id, null, null, null, 1, null, d.decided_at, d.decided_by, null, false,
      array[d.id, d.analysis_item_id], to_jsonb(d)
    from kept_item i join public.decision d on d.child_id = i.child_id and d.analysis_item_id = i.id
    union all
    select 'matter', m.id, null, null, null, 1, null, m.opened_at, null, null, false, array[m.id], to_jsonb(m)
    from public.matter m where m.child_id = child and m.secrecy_unit_id = wall
    union all
    select 'gathering', g.id, null, null, null, 1, null, g.started_at, g.started_by, null, false, array[g.id], to_jsonb(g)
    from public.gathering g where g.child_id = child and g.secrecy_unit_id = wall
    union all
    select 'responsibility', r.id, null, null, null, 1, null, lower(r.during), e.person_id, r.unit_id, false,
      array[r.id, r.unit_id], to_jsonb(r) || jsonb_build_object('during', lower(r.during), 'until', upper(r.during))
    from public.responsibility r join public.unit u on u.id = r.unit_id
      left join public.engagement e on e.id = r.engagement_id
    where r.child_id = child and u.secrecy_unit_id = wall
    -- The plan -----------------------------------------------------------------------------------------------------------
    union all
    select 'plan', md5('plan' || l.id)::uuid, 'plan_ending', l.id::text, 'body', 1, d.body, l.made_at, d.written_by, null,
      false, array[l.id], to_jsonb(l)
    from kept_plan l left join public.plan_ending d on d.child_id = l.child_id and d.plan_id = l.id
    union all
    select 'plan_part', n.part_id, 'plan_part', n.part_id::text, 'body', n.seal, n.body, n.written_at, n.written_by, n.unit_id,
      false, array[n.part_id, n.unit_id, n.goal_id], to_jsonb(n) - 'body'
    from kept_plan l join public.plan_part n on n.child_id = l.child_id and n.plan_id = l.id
    union all
    select 'agreement', a.id, null, null, null, 1, null, a.answered_at, a.noted_by, a.unit_id,
      a.person_id is not null and a.person_id not in (select p.person_id from people p where p.person_id is not null),
      array[a.id, a.unit_id], to_jsonb(a)
    from kept_plan l join public.agreement a on a.child_id = l.child_id and a.plan_id = l.id
    union all
    select 'agreement_reason', a.id, 'agreement_reason', a.id::text, 'body', 1, r.body, a.answered_at, r.written_by, null, false,
      '{}', to_jsonb(r) - 'body'
    from kept_plan l join public.agreement a on a.child_id = l.child_id and a.plan_id = l.id
      join public.agreement_reason r on r.child_id = a.child_id and r.plan_id = a.plan_id and r.agreement_id = a.id
    union all
    select 'follow_up', f.id, 'follow_up', f.id::text, 'body', 1, f.body, f.noted_at, f.held_by, null, false, array[f.id],
      to_jsonb(f) - 'body'
    from kept_plan l join public.follow_up f on f.child_id = l.child_id and f.plan_id = l.id and f.noted_at is not null
    union all
    select 'follow_up_part', f.id, 'follow_up_part', f.id::text, 'body', 1, f.body, f.noted_at, f.noted_by, null,
      f.person_id is not null and f.voice <> 'professional'
        and f.person_id not in (select p.person_id from people p where p.person_id is not null),
      array[f.id, f.part_id] || array(select distinct t.thing from public.plan_part n
        cross join unnest(array[n.goal_id, n.unit_id]) t (thing)
        where n.child_id = f.child_id and n.plan_id = f.plan_id and n.part_id = f.part_id), to_jsonb(f) - 'body'
    from kept_plan l join public.follow_up_part f on f.child_id = l.child_id and f.plan_id = l.id
    -- Meetings -----------------------------------------------------------------------------------------------------------
    union all
    select 'meeting', md5('meeting' || m.id)::uuid, null, null, null, 1, null, coalesce(m.starts_at, m.made_at), m.made_by, null,
      false, array[m.id], to_jsonb(m)
    from kept_meeting m
    union all
    select 'meeting_text', md5('meeting' || m.id)::uuid, 'meeting_text', m.id || ' ' || t.kind, 'body', t.version, t.body,
      coalesce(m.starts_at, m.made_at), m.made_by, null, false, array[m.id], to_jsonb(t) - 'body'
    from kept_meeting m join public.meeting_text t on t.child_id = m.child_id and t.meeting_id = m.id
    where t.kind <> 'place' or not public.is_veiled()
    union all
    select 'meeting_note', m.id, 'meeting_note', m.id::text, 'body', n.version, n.body, n.written_at, n.written_by, null, false,
      array[m.id], '{}'::jsonb
    from kept_meeting m join public.meeting_note n on n.child_id = m.child_id and n.meeting_id = m.id
    union all
    select 'meeting_party', p.id, 'meeting_party', p.id::text, 'body', 1, i.body, coalesce(p.answered_at, p.invited_at, m.made_at),
      e.person_id, p.unit_id,
      p.person_id is not null and p.person_id not in (select k.person_id from people k where k.person_id is not null),
      array[p.id, m.id, p.unit_id], to_jsonb(p)
    from kept_meeting m join public.meeting_party p on p.child_id = m.child_id and p.meeting_id = m.id
      left join public.engagement e on e.id = p.engagement_id
      left join public.meeting_invitation i on i.child_id = p.child_id and i.meeting_id = p.meeting_id and i.party_id = p.id
    union all
    select 'meeting_words', w.id, 'meeting_words', w.id::text, 'body', 1, w.body, w.written_at, w.written_by, p.unit_id,
      p.person_id is not null and p.person_id not in (select k.person_id from people k where k.person_id is not null),
      array[w.id, p.id, m.id, p.unit_id], to_jsonb(w) - 'body'
    from kept_meeting m join public.meeting_words w on w.child_id = m.child_id and w.meeting_id = m.id
      join public.meeting_party p on p.child_id = w.child_id and p.meeting_id = w.meeting_id and p.id = w.party_id
    where w.is_open or p.person_id is distinct from self or self = asked.asked_by
    -- The family, and what is shared -------------------------------------------------------------------------------------
    union all
    select 'family_talk', t.id, 'family_talk', t.id::text, 'body', 1, n.body, t.noted_at, t.noted_by, null,
      t.person_id is not null and t.person_id not in (select p.person_id from people p where p.person_id is not null),
      array[t.id], to_jsonb(t)
    from public.family_talk t
      left join public.family_talk_note n on n.child_id = t.child_id and n.talk_id = t.id and n.secrecy_unit_id = wall
    where t.child_id = child and t.secrecy_unit_id = wall
    union all
    select 'important_adult', a.id, 'important_adult', a.id::text, 'body', 1, a.body, a.added_at, a.added_by, null, true,
      array[a.id], '{}'::jsonb
    from public.important_adult a where a.child_id = child and a.secrecy_unit_id = wall
    union all
    select 'consent', c.id, 'consent', c.id::text, 'body', 1, c.body, c.asked_at, c.asked_by, null, false, array[c.id],
      to_jsonb(c) - 'body'
    from kept_consent c
    union all
    select 'consent_basis', md5('basis' || c.id)::uuid, 'consent_basis', c.id::text, 'body', 1, b.body, c.asked_at, c.asked_by,
      null, true, array[c.id], '{}'::jsonb
    from kept_consent c join public.consent_basis b on b.child_id = c.child_id and b.consent_id = c.id
    union all
    select 'consent_unit', c.id, null, null, null, 1, null, c.asked_at, null, u.unit_id, false, array[u.unit_id], to_jsonb(u)
    from kept_consent c join public.consent_unit u on u.child_id = c.child_id and u.consent_id = c.id
    union all
    -- What another has answered is that person's own.
    select 'consent_answer', a.id, 'consent_answer', a.id::text, 'body', 1, a.body, a.answered_at, a.noted_by, a.unit_id, false,
      array[a.id, c.id, a.unit_id], to_jsonb(a) - 'body'
    from kept_consent c join public.consent_answer a on a.child_id = c.child_id and a.consent_id = c.id
      join public.consent_signer s on s.child_id = a.child_id and s.consent_id = a.consent_id and s.id = a.signer_id
    where s.person_id = asked.asked_by or (s.is_child and self = asked.asked_by)
    union all
    select 'consent_child_no', n.id, 'consent_child_no', n.id::text, 'body', 1, n.body, n.said_at, n.noted_by, n.unit_id, false,
      array[n.id, c.id, n.unit_id], to_jsonb(n) - 'body'
    from kept_consent c join public.consent_child_no n on n.child_id = c.child_id and n.consent_id = c.id
    union all
    select 'access_grant', g.id, 'access_grant', case when exists (select from public.noticing n
        where n.child_id = g.child_id and n.item_id = g.item_id and n.sent_at = g.decided_at) then g.item_id else g.id end::text,
      'sharing_test', 1, case when length(g.sharing_test) > 0 then g.sharing_test end, g.decided_at, g.decided_by, g.to_unit_id,
      g.to_person_id is not null and g.to_person_id not in (select p.person_id from people p where p.person_id is not null),
      array[g.id, g.to_unit_id, g.item_id],
      to_jsonb(g) - 'sharing_test' || jsonb_build_object('valid_to', coalesce(g.ended_at, g.valid_to))
    from kept_grant g
    union all
    select 'sharing_reason', g.id, 'sharing_reason', g.id::text, 'body', 1, r.body, r.written_at, r.written_by, null, false, '{}',
      '{}'::jsonb
    from kept_grant g join public.sharing_reason r on r.child_id = g.child_id and r.grant_id = g.id
    union all
    select 'family_informed', g.id, 'family_informed', g.id::text, 'body', 1, f.body, f.noted_at, f.noted_by, null, false, '{}',
      to_jsonb(f) - 'body'
    from kept_grant g join public.family_informed f on f.child_id = g.child_id and f.grant_id = g.id
    union all
    select 'handover', md5(c.col || h.id)::uuid, 'handover', h.id::text, c.col, 1, c.body,
      case c.col when 'answer_body' then h.answered_at else h.made_at end,
      case c.col when 'answer_body' then h.answered_by else h.made_by end, h.to_unit_id, false,
      array[h.id, h.from_unit_id, h.to_unit_id], to_jsonb(h) - '{body,offer_body,answer_body}'::text[]
    from public.handover h join public.unit f on f.id = h.from_unit_id join public.unit t on t.id = h.to_unit_id
      cross join lateral (values ('body', h.body), ('offer_body', h.offer_body), ('answer_body', h.answer_body)) c (col, body)
    where h.child_id = child and (c.body is not null or (h.only_name and c.col = 'body'))
      and (f.secrecy_unit_id = wall or (t.secrecy_unit_id = wall and c.col = 'answer_body'))
    union all
    select 'handover_reason', md5('body' || h.id)::uuid, 'handover_reason', h.id::text, 'body', 1, r.body, h.made_at, h.made_by,
      h.to_unit_id, false, array[h.id, h.from_unit_id, h.to_unit_id], '{}'::jsonb
    from public.handover_reason r join public.handover h on h.child_id = r.child_id and h.id = r.handover_id
    where r.child_id = child and r.secrecy_unit_id = wall
    union all
    select 'paper_handover', md5(c.col || p.id)::uuid, 'paper_handover', p.id::text, c.col, 1, c.body, p.made_at, p.made_by,
      null, false, array[p.id], to_jsonb(p) - '{body,received_body}'::text[]
    from public.paper_handover p
      cross join lateral (values ('body', p.body), ('received_body', p.received_body)) c (col, body)
    where p.child_id = child and c.body is not null and p.secrecy_unit_id = wall
    union all
    select 'objection', o.id, 'objection', o.id::text, 'body', 1, o.body, o.said_at, o.said_by, null,
      o.said_by not in (select p.person_id from people p where p.person_id is not null), array[o.id, o.thing_id],
      to_jsonb(o) - 'body'
    from public.objection o where o.child_id = child and o.secrecy_unit_id = wall
      and (not o.is_child or o.is_open or self = asked.asked_by)
    union all
    select 'objection_answer', o.id, 'objection_answer', o.id::text, 'body', 1, a.body, a.answered_at, a.answered_by, null, false,
      '{}', to_jsonb(a) - 'body'
    from public.objection o join public.objection_answer a on a.child_id = o.child_id and a.objection_id = o.id
    where o.child_id = child and o.secrecy_unit_id = wall and (not o.is_child or o.is_open or self = asked.asked_by))
  select k.source::text, k.part_id, k.sealed_as::text, k.row_id, k.col::text, k.version, k.body, k.at, k.by_id, k.unit_id,
    coalesce(k.about_other, false), array_remove(k.things, null), k.facts,
    -- Only a bar of one's own: what another secrecy unit has decided is no news to this one.
    exists (select from public.bar b
        join public.bar_reason why on why.child_id = b.child_id and why.bar_id = b.id and why.secrecy_unit_id = wall
      where b.child_id = child and b.person_id = asked.asked_by and b.ended_at is null
        and (b.thing_id is null or b.thing_id = any (k.things)))
  from kept k
  order by k.at, k.part_id, k.source, k.version, k.row_id;
end $$;

-- What the rules read for it.
do $$
declare t text;
begin
  foreach t in array '{item_version,noticing_handling,support,decision,gathering,plan_ending,agreement,agreement_reason,follow_up,
    follow_up_part,meeting_text,meeting_note,meeting_invitation,family_talk_note,consent_basis,sharing_reason,family_informed,
    important_adult,handover_reason,bar_reason}'::text[] loop
    execute format('create policy rules_read on %I for select to kb_rules using (true)', t);
  end loop;
end $$;

do $$
declare t text;
begin
  foreach t in array '{item,item_version,noticing,noticing_handling,statement,support,source_question,decision,matter,gathering,
    responsibility,plan,plan_ending,plan_part,agreement,agreement_reason,follow_up,follow_up_part,meeting,meeting_text,
    meeting_note,meeting_party,meeting_invitation,meeting_words,family_talk,family_talk_note,important_adult,consent,
    consent_basis,consent_unit,consent_signer,consent_answer,consent_child_no,access_grant,sharing_reason,family_informed,
    handover,handover_reason,objection,objection_answer,bar,bar_reason}'::text[] loop
    execute format('grant select on %I to kb_rules', t);
  end loop;
end $$;

-- It was opened table by table before: nobody needs that now.
do $$
declare t text;
begin
  foreach t in array '{item,plan,meeting,access_grant,plan_part,meeting_note}'::text[] loop
    execute format('drop policy reviewer on %I', t);
  end loop;
end $$;

call give_to_rules(new_rules());
