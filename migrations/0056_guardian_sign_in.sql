-- A guardian of whom the register has told, and to whom somebody here has said yes, is known by the number the first time they
-- come with an electronic identity. From then on issuer and subject are their key, as for everybody. docs/decisions/0021.

-- Whoever is known at the issuer already is not known there by another name: that is for a person to look at.
create function know_guardian(by_issuer text, by_subject text, number bytea, moment timestamptz)
returns void volatile security definer set search_path = '' language plpgsql as $$
declare
  today date := (moment at time zone 'Europe/Stockholm')::date;
begin
  perform public.refuse_sessions();
  insert into public.identity (issuer, subject, person_id)
  select by_issuer, by_subject, p.id from public.person_number n join public.person p on p.id = n.person_id
  where n.hash = number and not p.is_staff
    and not exists (select from public.identity i where i.issuer = by_issuer and i.person_id = p.id)
    and exists (select from public.guardianship g where g.person_id = p.id and g.source = 'folkbokföringen'
      and g.valid_from <= today and (g.valid_to is null or g.valid_to > today))
  on conflict do nothing;
end $$;

call give_to_rules('{know_guardian}'::regproc[]::regprocedure[], 'kb_app');
