-- What a child has written with an adult beside it, for that adult alone. Nobody else reads it, and the child itself only
-- with the same adult beside it: with its eID a guardian could look along. docs/decisions/0038.

alter table item
  add column told_to uuid references engagement,
  add constraint told_to_one check (told_to is null or readers = 'told');
comment on column item.told_to is 'The adult who had handed the device to the child, where the child lets only that adult read.';
grant select (told_to), update (told_to) on item to kb_rules;

alter policy own on item using (
  author_id = (select me()) and author_engagement_id is not distinct from (select my_engagement())
  and child_id in (select unnest(my_children()))
  -- what a child has sent leaves no trace in the child's own session
  and (author_engagement_id is not null
    or (kind not in ('noticing', 'message') and (kind <> 'statement' or readers not in ('unit', 'told')
      or told_to = (select handed_by())))
    or not exists (select from child c where c.id = child_id and c.person_id = (select me()))));
create policy told_to_me on item for select to kb_app using (
  told_to = (select my_engagement()) and child_id in (select unnest(my_children())));
create policy told_beside on item as restrictive for insert to kb_app with check (
  told_to is null or told_to = (select handed_by()));
create policy told_to_me on item_version for select to kb_app using (
  exists (select from item i where i.child_id = item_version.child_id and i.id = item_id
    and i.told_to = (select my_engagement())));

-- Beside the adult the child may also keep it between the two of them afterwards.
call rewrite('change_readers(uuid, uuid, item_readers)', 'and wanted = ''told'')',
  'and wanted = ''told'' and public.handed_by() is null)');
call rewrite('change_readers(uuid, uuid, item_readers)', 'set readers = wanted where',
  'set readers = wanted, told_to = case when wanted = ''told'' then public.handed_by() end where');

-- It waits for that adult to be read. A task about what its holder may not read, or no longer, is not shown.
create policy told_beside on task for insert to kb_app with check (
  kind = 'read_statement' and engagement_id = (select handed_by())
  and made_at = asked_at() and done_at is null and done_by is null
  and exists (select from item i where i.child_id = task.child_id and i.id = about_id and i.told_to = task.engagement_id));
create policy told_to_one on task as restrictive for select to kb_app using (
  kind <> 'read_statement' or about_id is null
  or exists (select from item i where i.child_id = task.child_id and i.id = about_id));
