-- Who is BBA when nothing else is decided: the county's ladder, as rules with a day and a source. docs/decisions/0026.

create type ladder_stage as enum ('unborn', 'before_school', 'compulsory_school', 'upper_secondary', 'out_of_school');
create table ladder_rule (
  id uuid primary key,
  stage ladder_stage not null,
  valid_from date not null,
  kinds unit_kind[] not null check (cardinality(kinds) > 0),
  until_age int not null check (until_age between 1 and 21),
  source text not null check (source ~ '\S'),
  added_at timestamptz not null,
  added_by text not null
);
comment on table ladder_rule is 'Of a stage''s rules the one with the latest day that has come holds, of several the one added last.';
comment on column ladder_rule.kinds is 'Which kinds of units are BBA then, the first one first.';
comment on column ladder_rule.until_age is 'From this birthday nobody is, by the ladder.';

insert into ladder_rule
  select md5('ladder ' || r.stage)::uuid, r.stage::ladder_stage, '2018-09-01', r.kinds::unit_kind[], r.until_age, r.source,
    '2018-09-01', session_user
  from (values
    ('unborn', '{midwifery}', 18, 'Region Kronoberg: barnmorskan i mödravården'),
    ('before_school', '{child_health}', 18,
      'Region Kronoberg: sjuksköterskan på BVC tills förskoleklassen börjar. Andra texter nämner förskolans rektor'),
    ('compulsory_school', '{compulsory_school}', 18, 'Region Kronoberg: rektor i den skolform som barnet går i'),
    ('upper_secondary', '{upper_secondary_school}', 18,
      'Region Kronoberg: rektor i den skolform som barnet går i. En annan text säger rektor i grundskolan till 18 år'),
    ('out_of_school', '{activity_responsibility}', 20,
      'Region Kronoberg: kommunens aktivitetsansvar. Slutåldern står inte där; skollagen 29 kap. 9 § säger 20 år')
  ) r (stage, kinds, until_age, source);

alter table ladder_rule enable row level security, force row level security;
grant select (id, stage, valid_from, kinds, until_age, source, added_at) on ladder_rule to kb_app;
create policy read_all on ladder_rule for select to kb_app using (true);
grant select, insert on ladder_rule to kb_rules;
create policy rules_read on ladder_rule for select to kb_rules using (true);
create policy rules_add on ladder_rule for insert to kb_rules with check (true);

-- What the county has decided, together with its row in the log. What has been is not decided afterwards.
create function decide_ladder(rule uuid, for_stage ladder_stage, from_day date, who unit_kind[], age int, rests_on text,
  moment timestamptz, event uuid, event_digest bytea)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
begin
  if from_day < (moment at time zone 'Europe/Stockholm')::date then return false; end if;
  insert into public.ladder_rule values (rule, for_stage, from_day, who, age, rests_on, moment, session_user);
  insert into public.audit_event (child_id, id, at, actor_id, engagement_id, act, outcome, object_id, request_id, digest)
  values ('00000000-0000-0000-0000-000000000000', event, moment, null, null, 'settings.decide', 'done', rule, event,
    event_digest);
  return true;
end $$;
create function ladder_rules() returns setof ladder_rule stable security definer set search_path = '' language sql as $$
  select * from public.ladder_rule order by stage, valid_from, added_at
$$;
call give_to_rules('{decide_ladder,ladder_rules}'::regproc[]::regprocedure[], 'kb_owner');
