import { clear, code, type Entry, from, keyedHash, plainDay, proof, table, visibleName } from './entry.ts'

const organisation = { about: 'nobody', basis: 'none', kept: 'reference' } as const
const staff = { about: 'staff', basis: 'employment', kept: 'employment' } as const
const log = { about: 'log', basis: 'security', kept: 'log' } as const
const system = { about: 'nobody', basis: 'none', kept: 'system' } as const
const name = clear('En organisations namn')
const told = clear('Verksamhetens egen text eller nummer, som är offentlig')
const staffName = clear('Vad medarbetaren heter i den egna organisationens katalog')
const login = clear('Namnet på en inloggning i databasen')

/** Organisations, people who sign in, the log, and what the program itself needs. */
export const otherTables: Readonly<Record<string, Entry>> = {
  participation_count: table(
    'Hur många som har svarat vad om delaktighet, per huvudman och kvartal: inget barn och ingen person',
    { quarter: plainDay },
    organisation,
  ),
  authority: table('Huvudmän och myndigheter', { name, municipality_code: code }, organisation),
  secrecy_unit: table('Sekretessenheter', { name }, organisation),
  unit: table(
    'Verksamheter',
    {
      name,
      municipality_code: code,
      phone: clear('Verksamhetens telefon, som är offentlig'),
      closed_on: plainDay,
    },
    organisation,
  ),
  unit_serves: table(
    'Vilka kommuners barn en verksamhet är till för',
    { municipality_code: code },
    organisation,
  ),
  unit_entry: table(
    'Vad en verksamhet berättar om sig själv, för alla att läsa',
    {
      mission: told,
      can: told,
      cannot: told,
      hours: told,
      asking: told,
      needs: code,
      words: clear('Samma text, i ordens grundform: för att söka'),
    },
    organisation,
  ),
  unit_contact: table(
    'Vart man ringer i en verksamhet: en funktion, inget namn',
    { what: told, phone: told },
    organisation,
  ),
  consultation_time: table('Tider då en verksamhet svarar andra på frågor utan namn', {}, organisation),
  consultation: table(
    'En fråga till en annan verksamhet, utan barnets namn',
    {},
    { ...staff, kept: 'question' },
  ),
  consultation_message: table(
    'Frågan och svaren, förseglade med en nyckel som bara hör till frågan',
    { body: 'sealed' },
    { kept: 'question' },
  ),
  consultation_booking: table('Vilken fråga som har tagit en ledig tid', {}, { ...staff, kept: 'question' }),
  municipality: table('Kommuner', { code, name }, organisation),
  unit_function: table('Vem i verksamheten som tar emot', {}, staff),
  engagement: table(
    'Medarbetares uppdrag',
    {
      title: clear('Vad medarbetaren är: visas för familjen'),
      phone: clear('Telefon i tjänsten: visas för familjen'),
      valid_from: from,
      valid_to: from,
    },
    staff,
  ),
  absence: table(
    'Vilka dagar en medarbetare är borta och vem som går in, aldrig varför',
    { from_day: plainDay, to_day: plainDay },
    staff,
  ),
  closed_period: table(
    'Vilka dagar en verksamhet har stängt',
    { from_day: plainDay, to_day: plainDay },
    organisation,
  ),
  authority_function: table(
    'Vem som administrerar en organisation och vem som tar det ingen annan har',
    { valid_from: from, valid_to: from },
    staff,
  ),
  appointment: table('Vad en administratör har föreslagit och en annan har bestämt', {}, staff),
  invitation: table('Inbjudan till den som är ny', { code_hash: proof }, staff),
  scim_key: table('Nyckeln som en organisations katalog visar', { token_hash: proof }, staff),
  directory_user: table(
    'Vem en organisations katalog håller reda på',
    { user_name: staffName, external_id: staffName },
    staff,
  ),
  undertaking: table('Vem som har skrivit under om tystnadsplikt', {}, staff),
  time_hold: table('En tid som hålls, utan barnets namn', {}, staff),
  person: table(
    'Människor som loggar in eller är vårdnadshavare',
    { given_name: visibleName, family_name: visibleName, identity_sealed: 'sealed' },
    { about: 'child', kept: 'subject' },
  ),
  person_contact: table('Hur en människa nås', { body: 'sealed' }, { about: 'child', kept: 'subject' }),
  person_number: table(
    'Finner en vårdnadshavare i folkbokföringen, utan att numret står här',
    { hash: keyedHash },
    { about: 'child', kept: 'subject' },
  ),
  register_feed: table(
    'Hur långt folkbokföringen är läst',
    { name: code },
    { about: 'nobody', basis: 'none', kept: 'system' },
  ),
  reading_language: table(
    'Vilket språk en vårdnadshavare eller ett barn läser på',
    { language: code },
    { about: 'child', kept: 'subject' },
  ),
  identity: table(
    'Vem någon är hos den som intygar det',
    {
      issuer: clear('Vem som intygar'),
      subject: clear('Den som intygar ger ett id som inte är ett personnummer: det krävs i avtalet med den'),
    },
    { about: 'child', basis: 'security', kept: 'subject' },
  ),
  session: table(
    'Pågående inloggningar',
    { token_hash: proof, issuer: clear('Vem som intygade') },
    { about: 'log', basis: 'security', kept: 'session' },
  ),
  draft: table(
    'Det någon håller på att skriva, förseglat med den egna nyckeln',
    { form: clear('Formulärets adress, med slumpade id'), body: 'sealed' },
    { kept: 'weeks' },
  ),
  subject_key: table(
    'Nyckeln till det som är förseglat om en människa',
    { wrapped: clear('Nyckeln, låst med en annan som inte finns i databasen'), compartment: code },
    { about: 'child', basis: 'security', kept: 'subject' },
  ),
  shredded_subject: table(
    'Vems nyckel som är förstörd för gott',
    {},
    { about: 'child', basis: 'security', kept: 'forever' },
  ),
  audit_event: table('Vem som har gjort vad', { act: code, outcome: code, digest: proof }, log),
  audit_subject: table('Vilka barn en lista visade', {}, log),
  audit_waiting: table('Rader som snart länkas i kedjan', { digest: proof }, log),
  audit_link: table('Kedjan som visar att loggen är hel', { digest: proof, hash: proof, seq: code }, log),
  audit_head: table(
    'Kedjornas undertecknade huvuden',
    { previous: proof, root: proof, chains: proof, key: proof, signature: proof },
    log,
  ),
  audit_drop: table(
    'Hela månader som har gallrats ur loggen',
    { month: plainDay, rows: code, digest: proof },
    log,
  ),
  log_review: table(
    'Granskning av rader i loggen',
    { rules: code, body: 'sealed', reconsider_on: plainDay },
    log,
  ),
  review_draw: table('Stickprovet för varje vecka', { week: plainDay, seed: clear('Ett slumptal') }, log),
  look_up_reason: table('Varför någon har slagit upp många', { body: 'sealed' }, log),
  organisation_setting: table(
    'Vad organisationen har bestämt: namn i läsloggen, vem som förvarar planen, hur mycket en dag rymmer',
    {
      plan_keeper: code,
      children_a_day: code,
      exports_a_day: code,
      emergencies_a_day: code,
      decision: clear('Beslutets nummer, som är offentligt'),
      added_by: login,
      digest: proof,
    },
    organisation,
  ),
  ladder_rule: table(
    'Vem som är Barnets bästa-ansvarig i varje skede, från vilken dag och enligt vilken källa',
    {
      valid_from: plainDay,
      kinds: code,
      until_age: code,
      source: clear('Källan eller beslutet, som är offentligt'),
      added_by: login,
      digest: proof,
    },
    organisation,
  ),
  reading_act: table('Vilka händelser i loggen som är läsning', { act: code, reading: code }, system),
  municipal_decision: table(
    'Vad som inte har börjat i en kommun än',
    {
      municipality_code: code,
      waits: code,
      decision: clear('Beslutets nummer, som är offentligt'),
      added_by: login,
      digest: proof,
    },
    organisation,
  ),
  reading_hold: table(
    'Rader som en verksamhet håller inne i läsloggen',
    { from_day: plainDay, to_day: plainDay, body: 'sealed', reconsider_on: plainDay },
    log,
  ),
  reading_question: table(
    'Familjens fråga om en rad i läsloggen, och svaret',
    { day: plainDay, body: 'sealed', due_on: plainDay, answer_body: 'sealed' },
    log,
  ),
  register_entry: table(
    'Diarium: att något har lämnats ut, av vem, till vem och med vilken grund',
    { legal_ground: code },
    { about: 'staff', basis: 'register', kept: 'register' },
  ),
  retention_rule: table(
    'Gallringsregler: vad, hur länge och vilket beslut',
    {
      keep_born_on: code,
      decision: clear('Beslutets nummer, som är offentligt'),
      source: clear('Lagen eller planen som regeln vilar på'),
      valid_from: from,
      valid_to: from,
      added_by: login,
    },
    { ...system, kept: 'register' },
  ),
  retention_hold: table(
    'Att inget om ett barn får gallras just nu',
    { added_by: login, ended_by: login },
    { about: 'child', kept: 'register' },
  ),
  retention_run: table(
    'Vem som har föreslagit, godkänt och utfört en gallring',
    { digest: proof, proposed_by: login, approved_by: login, done_by: login },
    { about: 'staff', basis: 'register', kept: 'register' },
  ),
  retention_item: table('Vad en gallring skulle ta bort, tills den är utförd', {}, { kept: 'run' }),
  retention_protocol: table(
    'Vad som är gallrat: hur mycket, efter vilken regel och av vem, men inget om vem det gällde',
    {
      proposed_by: login,
      approved_by: login,
      done_by: login,
      counts: code,
      list_digest: proof,
      digest: proof,
    },
    { about: 'staff', basis: 'register', kept: 'register' },
  ),
  schema_migration: table('Databasens egna ändringar', { name: code, sha256: proof }, system),
}
