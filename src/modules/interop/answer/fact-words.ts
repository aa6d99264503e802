import { systems, written } from '#modules/particulars'
import { dayWithYear } from '#shared/dates.ts'
import { nameOf } from '#shared/person.ts'
import type { RegisterFact } from '#shared/schema.ts'
import type { Says } from '../says.ts'

const someone = (says: Says) => (says.person ? nameOf(says.person) : 'Vårdnadshavaren')
export const strangerOf = ({ stranger }: Says) =>
  stranger ? `${stranger.givenName} ${stranger.familyName}` : 'Någon'

const sentences: Readonly<Record<RegisterFact, (says: Says) => string>> = {
  child_died: () => 'Barnet har avlidit.',
  guardian_died: (says) => `${someone(says)} har avlidit.`,
  custody_ended: (says) => `${someone(says)} är inte längre vårdnadshavare.`,
  moved: () => 'Barnet har flyttat från länet.',
  marked: (says) =>
    says.person
      ? 'En vårdnadshavare har fått skyddade personuppgifter.'
      : 'Barnet har fått skyddade personuppgifter.',
  mark_ended: (says) =>
    says.person ? 'En vårdnadshavares skydd har upphört.' : 'Barnets skyddade personuppgifter har upphört.',
  new_guardian: (says) => `${strangerOf(says)} är vårdnadshavare.`,
  guardian_without_name: () => 'Det finns en vårdnadshavare till, och namnet visas inte.',
  school_ended: ({ place }) => `Barnet går inte längre på ${place?.unit}.`,
  new_school: ({ place }) =>
    `Barnet går på ${place?.unit}${place?.from ? ` från ${dayWithYear(place.from)}` : ''}.`,
  new_number: ({ newNumber }) =>
    newNumber
      ? `Barnet har fått ett nytt nummer: ${written(systems.person, newNumber)}.`
      : 'Barnet har fått ett nytt nummer.',
  unsure: (says) => `Vi vet inte säkert om ${someone(says)} fortfarande är vårdnadshavare.`,
}
/** What the register says, in one sentence. */
export const sentenceOf = (says: Says) => sentences[says.fact](says)

const meanings: Readonly<Record<RegisterFact, (child: string) => string>> = {
  child_died: () =>
    'Ingen vårdnadshavare ser något här längre. Ta kontakt med familjen på det sätt som passar er.',
  guardian_died: (child) =>
    `Den som har avlidit står inte kvar som vårdnadshavare. Tänk på vad ${child} behöver nu.`,
  custody_ended: () =>
    'Personen ser ingenting här längre. Stämmer det inte, rätta uppgiften hos Skatteverket.',
  moved: (child) =>
    `De som kände ${child} genom förskola, skola eller mottagning här ser ingenting längre. Ni har kvar ansvaret tills någon annan har tagit emot.`,
  marked: () => 'Namn och platser är dolda för alla utom dem som ska veta. Se över vilka det är.',
  mark_ended: () =>
    'Ingenting blir synligt av sig självt. Fråga först, och välj sedan vad som kan visas igen.',
  new_guardian: () => 'Personen ser ingenting här förrän du har svarat ja, och ni har pratat med varandra.',
  guardian_without_name: () =>
    'Det kan bero på skyddade personuppgifter. Skriv inte upp något här. Ta reda på mer på det sätt som ni brukar.',
  school_ended: (child) =>
    `De som kände ${child} bara därifrån ser ingenting längre. Ni har kvar ansvaret tills någon annan har tagit emot.`,
  new_school: () =>
    'Platsen står inte här förrän du har svarat ja. De som arbetar där ser ingenting förrän ni har bestämt det.',
  new_number: () =>
    'Numret gäller inte här förrän du har svarat ja, och en kollega också har tittat. Ingen ser mer eller mindre för det.',
  unsure: () =>
    'Personen ser detsamma som förut. Jämför med folkbokföringen, och rätta det som inte stämmer.',
}
/** What it means here and now. */
export const meaningOf = (fact: RegisterFact, child: string) => meanings[fact](child)
