-- In what language a question was read before it was answered, and whether only a machine had translated it. A yes to
-- such a text needs somebody who interpreted it: who it was is sealed with the answer.
alter table consent_answer
  add language text not null default 'sv',
  add machine_translated boolean not null default false,
  add interpreted boolean not null default false,
  add check (not interpreted or body is not null),
  add constraint understood check (answer <> 'yes' or not machine_translated or interpreted);
