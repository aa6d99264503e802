import type { Sql } from '#shared/pool.ts'

/** Why the role that we are logged in as is not safe: the walls around child data would not stop it. */
export async function roleRefusals(pool: Sql): Promise<string[]> {
  const [role] = await pool<{ name: string; passesWalls: boolean; owns: boolean; isApp: boolean }[]>`
    select rolname as name, rolsuper or rolbypassrls as "passesWalls", 
      coalesce((select pg_has_role(oid, 'MEMBER') from pg_roles where rolname = 'kb_app'), false) as "isApp",
      exists (select from pg_class where relnamespace = 'public'::regnamespace and pg_has_role(relowner, 'MEMBER')) as owns
    from pg_roles where rolname = current_user`
  if (!role) return []
  const { name, passesWalls, owns, isApp } = role
  return [
    ...(passesWalls
      ? [`Databasrollen ${name} går förbi radskyddet. Logga in som en roll utan särskilda rättigheter.`]
      : []),
    ...(owns && !passesWalls
      ? [`Databasrollen ${name} äger tabeller. Logga in som en roll som inte äger något.`]
      : []),
    ...(isApp ? [] : [`Databasrollen ${name} är inte med i kb_app. Kör: grant kb_app to ${name}`]),
  ]
}
