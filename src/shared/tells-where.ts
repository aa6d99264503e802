// Words that may tell where somebody is, or how to reach them. It asks a person to look once more: better once too often.

const gap = String.raw`[\s./()–-]*`
const streetEnds =
  'gatan|gata|vägen|väg|gränden|gränd|stigen|stig|torget|torg|allén|allé|backen|backe|platsen|leden|gården|kroken|stråket|kajen|ringen|slingan|esplanaden|liden|höjden|parken|bron'
const numberWords = '(?:noll|ett|två|tre|fyra|fem|sex|sju|åtta|nio)'

const signs: readonly RegExp[] = [
  // 070-174 06 05, +46 70 174 06 05, (031) 390 06 00, and the same read aloud
  new RegExp(String.raw`(?<!\d)(?:\+|00)?(?:46${gap})?\(?0?\)?${gap}[1-9]\d?(?:${gap}\d){6,9}(?!\d)`),
  new RegExp(`(?:${numberWords}[\\s,]+){5,}${numberWords}`, 'iu'),
  // 342 30 Alvesta
  /(?<!\d)\d{3}\s?\d{2}\s+\p{Lu}\p{L}+/u,
  // Storgatan 4, storgatan, S:t Eriks gata 12, Norra vägen
  new RegExp(String.raw`\p{L}{2,}(?:${streetEnds})(?!\p{L})`, 'iu'),
  new RegExp(String.raw`\p{Lu}[\p{L}:.]+(?:\s\p{L}+)?\s(?:${streetEnds}|plan)(?!\p{L})`, 'u'),
  /\p{Lu}\p{L}{3,}\s+\d{1,3}\s?[A-Ha-h]?(?:\s*,|\s*lgh|\s*$)/u,
  /\b(?:lgh|lägenhet|port(?:kod)?|box|c\/o|våning|uppgång)\s*:?\s*\d|c\/o\s/iu,
  // bor i Alvesta, har flyttat till Växjö, hos mormor i Lessebo
  /(?:bor|bott|bo|flytta[rtd]?e?|finns|vistas|gömmer sig|hämtas|lämnas|går)\s+(?:nu |just nu |kvar |numera )?(?:på|i|vid|till|hos|utanför|nära)\s+(?:\p{L}+\s+(?:i|på|vid)\s+)?\p{Lu}/u,
  /(?:adress|telefon|mobil|nummer|tfn?|tel)\w*\.?\s*(?:är|:)\s*\S/iu,
  /[^\s@]+@[^\s@]+\.\p{L}{2,}/u,
  /https?:\/\/|www\.|maps?\.\p{L}/iu,
  /(?<!\d)\d{2}[.,]\d{3,}\s*[°NÖE]?[,;\s]+\d{2}[.,]\d{3,}/,
]

/** Does the text seem to hold an address, a place where somebody lives, or a way to reach them? */
export const seemsToTellWhere = (text: string): boolean => signs.some((sign) => sign.test(text))
