import { Buttons, Form } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { Intro, Lines } from '#ui/parts.tsx'
import type { Unsigned } from './undertaking.ts'

/** What somebody in civil society promises, in plain words. */
export const UndertakingPage = ({ viewer, unsigned }: { viewer: Viewer; unsigned: Unsigned }) => (
  <>
    <Intro
      kicker={unsigned.map(({ unit }) => unit).join(', ')}
      title="Det du får veta stannar hos dig"
      lead="Barn och familjer berättar i förtroende. Skriv under, så öppnas det du är inbjuden till."
    />
    <Lines
      items={[
        'Jag berättar inte vidare det jag får veta om ett barn eller en familj, varken nu eller när jag har slutat.',
        'Jag läser bara det jag behöver för mitt uppdrag.',
        'Jag visar eller skickar inget härifrån till någon annan.',
        'Är jag orolig för ett barn frågar jag den som leder arbetet, och jag vet att vem som helst får göra en orosanmälan.',
      ]}
    />
    <Form viewer={viewer}>
      <Buttons primary="Jag lovar det och skriver under" />
    </Form>
    <p class="soft">Vem som har skrivit under och när sparas.</p>
  </>
)
