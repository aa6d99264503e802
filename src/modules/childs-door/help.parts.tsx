import { alwaysOpen } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { say } from '#ui/say.tsx'

/** Whom a child can call at any hour, wherever it reads or writes. */
export const HelpLines = () => (
  <ul class="lines">
    <li class="solo">
      {say('Du kan ringa någon annan när som helst:')}{' '}
      <a href="tel:116111">Bris, {alwaysOpen.children.number}</a>
    </li>
    <li class="solo">
      {say('Är det farligt nu?')}{' '}
      <a href="tel:112">{say('Ring {number}', { number: alwaysOpen.danger.number })}</a>
    </li>
    <li class="solo">
      <a href={paths.concern.to({})}>{say('Socialjouren svarar på kvällar och helger')}</a>
    </li>
  </ul>
)
