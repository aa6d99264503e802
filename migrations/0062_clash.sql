-- Whoever got a child while they waited to be process leader is refused where everything else about the choice is, docs/decisions/0035.
call rewrite('decide_appointment(uuid, boolean)', 'refusal := public.left_without(asked.holder, today - 1);',
  'if yes and not asked.ends and public.clashes(asked.kind::text, array[asked.holder, asked.stand_in]) then return ''clash''; end if;
  refusal := public.left_without(asked.holder, today - 1);');
