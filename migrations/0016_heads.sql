-- A head is signed each minute, so a head keeps only the chains that have moved since those before it; every 64th keeps all.
-- Whoever verifies goes through them in order and has all ends at each. Heads from before keep all, as they were.
create or replace function add_audit_head(number int, made_at timestamptz, previous text, root text, chains jsonb, key text,
  signature text) returns void volatile security definer set search_path = '' language plpgsql as $$
begin
  if number <> coalesce((select max(h.number) from public.audit_head h), 0) + 1 then
    raise exception 'heads follow on each other' using errcode = '23514';
  end if;
  insert into public.audit_head values (number, made_at, previous, root,
    case when number % 64 = 1 then chains else coalesce((
      select jsonb_agg(moved.chain_end order by moved.chain_end ->> 'chain') from (
        select jsonb_array_elements(add_audit_head.chains) as chain_end
        except select jsonb_array_elements(h.chains) from public.audit_head h
          where h.number >= add_audit_head.number - 64) moved), '[]') end,
    key, signature);
end $$;
