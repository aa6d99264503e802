// What is about somebody and stands in no extract, and the law's reason why not. `table` says it of every column, and
// `table.column` of one. Columns that are ids, numbers or moments alone say nothing that the part does not.

const key = 'Nyckel eller avtryck: säger inget om någon (GDPR art. 4.1)'
const log =
  'Loggens inre: det som den säger om barnet står på raderna i läsloggen, resten rör medarbetare (GDPR art. 15.4, OSL 39 kap.)'
const staff = 'Rör medarbetaren, inte barnet (GDPR art. 15.4)'
const derived = 'Pekar på något annat som är en egen del, och säger inget eget (GDPR art. 15.1)'
const others = 'Någon annans svar eller uppgifter: den personen tar ut dem själv (GDPR art. 15.4)'
const shield =
  'Skyddade personuppgifter skrivs inte på papper som kan komma bort (OSL 21 kap. 3 § och 22 kap. 1 §)'
const bar =
  'Att något är spärrat, och varför, får inte sägas till den som frågar (OSL 10 kap. 3 §, 23, 25 och 26 kap., dataskyddslagen 5 kap. 1 §)'

export const untold: Readonly<Record<string, string>> = {
  // Secrecy
  bar,
  bar_reason: bar,
  reading_hold: bar,
  extract_hold: bar,
  protection_mark: shield,
  protection_lift: shield,
  protected_grown: shield,
  protection_member: shield,
  'child.protection': shield,
  'child.identity_sealed': shield,
  'person.protection': shield,
  'person.identity_sealed': shield,
  // Numbers
  child_identifier:
    'Personnummer skrivs bara ut när det är klart motiverat, och den som frågar kan det redan (dataskyddslagen 3 kap. 10 §)',
  identifier_hash: key,
  person_number: key,
  register_check: key,
  school_check: key,
  reading_language: 'Det språk som var och en har valt att läsa på: det syns på varje sida (GDPR art. 15.1)',
  // Of others
  consent_signer: others,
  register_says:
    'Vad folkbokföringen har sagt om en annan vuxen eller ett skydd, innan någon har svarat: vem som är vårdnadshavare står i utdraget (GDPR art. 15.4, OSL 22 kap. 1 §)',
  // Points to what is told
  participation_said: derived,
  participation_on_paper: derived,
  plan_event: derived,
  plan_head: derived,
  plan_kept_by: derived,
  meeting_hold: derived,
  task: 'Arbetslista: vad som väntar på vem i verksamheten, inget eget om barnet (GDPR art. 15.1)',
  assignment: staff,
  meeting_paper:
    'Ett papper som visar barnet dess eget möte: att barnet har det för sig självt får inte sägas till någon annan (OSL 12 kap. 3 §)',
  child_message:
    'Det barnet skriver till sin Barnets bästa-ansvarig läser bara den som det är skrivet till (OSL 12 kap. 3 §); barnet självt frågar vid arton år',
  lead_request:
    'Vem som har bett om en annan ansvarig läser det på sin egen sida: för andra röjer det vem som frågade (GDPR art. 15.4)',
  lead_choice:
    'Varför en annan medarbetare blev ansvarig rör dem, och kan röja vem som bad om det (GDPR art. 15.4)',
  same_child: 'Hur två sidor om barnet blev en: det som är skrivet står i utdraget (GDPR art. 15.1)',
  'item.kind': 'Står som delens rubrik',
  'plan_part.kind': 'Står som delens rubrik',
  'meeting_text.kind': 'Står som delens rubrik',
  'child.provisional': 'Hur posten kom till, inget om barnet (GDPR art. 15.1)',
  // A question by a link
  'answer_link.code_hash': key,
  'answer_link.answer_key': key,
  'answer_link.told': 'Samma ord som i delen om den viktiga vuxna (GDPR art. 15.1)',
  'answer_link.letter': 'Samma fråga som står i delen om den (GDPR art. 15.1)',
  'statement.wording': 'Vilken version av frågan som ställdes: rör frågan, inte barnet (GDPR art. 4.1)',
  // The extract itself
  extract_request: 'Begäran själv: den står på sidan där den gjordes',
  extract_release: 'Ett utdrag som redan har lämnats till den som bad om det',
  // Matters of their own
  draft:
    'Inte inskickat än, och förseglat med den egna nyckeln: den som skriver läser det i sitt formulär (TF 2 kap. 12 §)',
  // The log
  audit_event: log,
  audit_subject: log,
  audit_waiting: log,
  audit_link: log,
  audit_head: log,
  audit_drop: log,
  log_review: log,
  review_draw: log,
  look_up_reason: log,
  break_glass:
    'Medarbetarens skäl, förseglat med medarbetarens nyckel: att någon har öppnat i en nödsituation står i läsloggen när det är granskat (OSL 26 kap. 1 §)',
  // Staff
  'person.is_staff': staff,
  // Keys, sessions
  subject_key: key,
  shredded_subject: key,
  'session.token_hash': key,
  'session.kind': key,
  // Retention
  retention_hold:
    'Att inget får gallras just nu: rör myndighetens arkiv, inte barnet (arkivlagen 10 §, GDPR art. 15.1)',
  retention_item: derived,
}
