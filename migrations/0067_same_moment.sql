-- Nobody takes over in the very moment when it began for whoever has it: a tenure has a length. As choosing another BBA does (0041).
call rewrite('accept_handover(uuid, uuid, uuid[])', 'if given.id is null then return false; end if;',
  'if given.id is null or exists (select from public.responsibility r where r.child_id = child
    and r.matter_id = given.matter_id and upper_inf(r.during) and lower(r.during) >= at) then return false; end if;');
