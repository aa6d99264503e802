import { code } from './term.ts'

/** Names that modules show each other, and nobody meets on the screen. */
export const codeTerms = {
  Act: code('handling i loggen', 'Vad någon gjorde, som det står i loggen.'),
  Colleague: code('kollega', 'En person i samma verksamhet.'),
  ConsentText: code('samtyckets text', 'Det man läste innan man sa ja eller nej.'),
  Content: code('text med ursprung', 'En text där det står var den kommer från, och om den är ett förslag.'),
  KnownChild: code('barn du arbetar med', 'Ett barn som den som frågar har en uppgift för just nu.'),
  LegalGroundCode: code('kod för stöd i lagen', 'Ett kort namn på ett stöd i lagen.'),
  MunicipalityCode: code('kommunkod', 'Fyra siffror som visar vilken kommun det är.'),
  NewItem: code('ny anteckning', 'En anteckning som inte är sparad än.'),
  NewTask: code('ny uppgift', 'En uppgift som inte är sparad än.'),
  QuestionVoice: code('vem frågan är till', 'Barnet och de vuxna får olika frågor om samma sak.'),
  Relation: code('vad någon är för barnet', 'Till exempel vårdnadshavare, kollega eller barnet självt.'),
  Responsible: code('den som ansvarar', 'Personen, platsen och ersättaren för ett ansvar.'),
  SecrecyKind: code('slag av sekretess', 'Vilka regler om tystnad som gäller på en plats.'),
  Standing: code('vad någon får veta om barnet', 'Det som avgör vad en person får se och göra för ett barn.'),
  Term: code('ord i ordlistan', 'Ett ord och vad det betyder här.'),
  TermCode: code('kod för ett ord', 'Ordets namn i koden.'),
  Text: code('text', 'Något som står på en sida.'),
  Work: code('arbete med logg', 'Det som görs i ett svep, tillsammans med raden i loggen.'),
} as const
