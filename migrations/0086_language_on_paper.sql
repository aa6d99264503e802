-- Whoever carries the matter prints for the family in the language that each has chosen. docs/decisions/0042.
create policy printed_for on reading_language for select to kb_app using (
  exists (select from child c
    where c.person_id = reading_language.person_id and c.id in (select unnest(my_lead_children())))
  or exists (select from guardianship g
    where g.person_id = reading_language.person_id and g.child_id in (select unnest(my_lead_children()))
      and g.valid_from <= asked_day() and (g.valid_to is null or g.valid_to > asked_day())));
