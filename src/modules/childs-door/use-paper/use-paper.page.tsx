import { TalkNow } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { Buttons, Form, saidBeside, TextField } from '#ui/form.tsx'
import { Intro } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'

/** Where the code is typed. The script sends one that a camera has read at once. */
export const UsePaperPage = () => (
  <>
    <Intro
      title={say('Har du ett papper med en kod?')}
      lead={say('Skriv koden, så kommer du till ditt möte.')}
    />
    <TheCode />
    <p class="soft">{say('Sidan stängs när ingen har tryckt på tio minuter.')}</p>
    <TalkNow read={undefined} />
  </>
)

const TheCode = () => (
  <Form id="papperskod" action={paths.childsDoor.code.to({})}>
    {/* A code says nothing about anybody. */}
    <TextField
      name="code"
      label={say('Koden på pappret')}
      description={say('Stora eller små bokstäver går lika bra.')}
      reads={saidBeside}
    />
    <Buttons primary={say('Gå till mitt möte')} />
  </Form>
)

/** The same whether it is over, was taken back or never was. */
export const PaperOverPage = () => (
  <>
    <Intro
      title={say('Koden går inte att använda')}
      lead={say(
        'Läs den en gång till. Är den rätt kan pappret vara för gammalt. Säg till den som gav dig det.',
      )}
    />
    <TheCode />
    <TalkNow read={undefined} />
  </>
)

export const PaperWaitPage = () => (
  <>
    <Intro
      title={say('Vänta en minut')}
      lead={say('Många har skrivit koder på kort tid. Försök igen om en minut.')}
    />
    <TheCode />
    <TalkNow read={undefined} />
  </>
)
