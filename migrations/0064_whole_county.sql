-- As quick in the whole county as in one municipality: npm run bench -- --workday.

create index on secrecy_unit (authority_id);

-- What those few hold who are missing is looked up for each of them (`offset 0`): joined, all that is held in the county was read.
call rewrite('left_to_me()', 'join public.responsibility r on r.engagement_id = e.id and upper_inf(r.during)',
  'cross join lateral (select h.child_id from public.responsibility h
          where h.engagement_id = e.id and upper_inf(h.during) offset 0) r');
call rewrite('left_to_me()', 'join public.task t on t.engagement_id = e.id and t.done_at is null
          and t.kind::text not in (''review_extract'', ''answer_objection'')',
  'cross join lateral (select h.child_id from public.task h where h.engagement_id = e.id and h.done_at is null
          and h.kind::text not in (''review_extract'', ''answer_objection'') offset 0) t');

-- Who is asking is found out once, not for each row.
call rewrite('my_administered_units()', 'any (public.my_administered())', 'any ((select public.my_administered())::uuid[])');
call rewrite('my_kept_consents()', '= public.my_secrecy_unit()', '= (select public.my_secrecy_unit())');
call rewrite('my_kept_meetings()', '= public.my_secrecy_unit()', '= (select public.my_secrecy_unit())');
