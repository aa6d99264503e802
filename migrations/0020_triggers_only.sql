-- A function that a trigger runs works with the rights of the rules. Whoever may name it could hang it on a temporary table
-- of their own, and have it read or change for them what they must not. A trigger that is there fires without the right.
do $$
declare f regprocedure;
begin
  for f in
    select p.oid from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.proowner = 'kb_rules'::regrole and p.prorettype = 'trigger'::regtype
  loop
    execute format('revoke execute on function %s from public, kb_app, kb_owner', f);
  end loop;
  execute format('revoke temporary on database %I from public', current_database());
end $$;
