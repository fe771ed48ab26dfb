import { createHash } from 'node:crypto'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { version } from 'subvention'
import { Refusal, refuse } from './refusal.js'
import { ROUTES } from './routes.js'

const LARGEST_BODY = 256 * 1024
const TOO_LARGE = { code: 'too-large', message: { zh: '请求超过256 KiB', en: 'the request is above 256 KiB' } }

/** Today where the decisions are made. */
const todayInChina = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())

/** The service over a database. `personOf(token)` says who calls. */
export function serviceOf({ database, personOf, today = todayInChina }) {
  const app = new OpenAPIHono({ defaultHook: (result) => (result.success ? undefined : badRequest(result.error.issues)) })
  app.onError((error, context) => answerTo(error, context))
  app.notFound((context) => context.json({ code: 'unknown-path', message: { zh: '没有这个地址', en: 'there is no such path' } }, 404))
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: (context) => context.json(TOO_LARGE, 413) }))
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  for (const route of ROUTES) {
    const known = async (context, next) => {
      context.set('person', caller(context, route, personOf))
      await next()
    }
    app.openapi({ ...described(route), middleware: known }, async (context) => {
      const person = context.get('person')
      const call = { person, id: context.req.valid('param').id, day: today() }
      const { status, answer } =
        route.method === 'get'
          ? await database.transaction((query) => route.handle(query, call))
          : await once(database, context, person, (query) => route.handle(query, { ...call, body: context.req.valid('json') }))
      return typeof answer === 'string' ? context.html(answer) : context.json(answer, status)
    })
  }
  app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Approval of subsidies', version } })
  return app
}

const error = z.object({ code: z.string(), message: z.object({ zh: z.string(), en: z.string() }) }).openapi('Error')
const errors = (...statuses) =>
  Object.fromEntries(
    statuses.map((status) => [status, { description: 'Not carried out', content: { 'application/json': { schema: error } } }]),
  )

function described({ method, path, does, roles, body }) {
  const id = z.string().regex(path.startsWith('/programs') || path.startsWith('/firms') ? /^[\w-]{1,100}$/ : /^[1-9]\d{0,17}$/)
  const json = (schema) => ({ content: { 'application/json': { schema } } })
  return createRoute({
    method,
    path,
    summary: does,
    description: roles === undefined ? 'Any role.' : `Role: ${roles.join(' or ')}.`,
    security: [{ token: [] }],
    request: {
      params: z.object(path.includes('{id}') ? { id } : {}),
      ...(body !== undefined && {
        body: { ...json(body), required: true },
        headers: z.object({ 'idempotency-key': z.string().regex(/^[\x21-\x7e]{8,100}$/) }),
      }),
    },
    responses: { 200: { description: 'Done', ...json(z.looseObject({})) }, ...errors(400, 401, 403, 404, 409, 413, 422) },
  })
}

function caller(context, { roles }, personOf) {
  const [, token] = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '') ?? []
  const person = token === undefined ? undefined : personOf(token)
  if (person === undefined) refuse(401, 'unknown-token', '缺少有效的令牌', 'a valid token is needed')
  if (roles !== undefined && !roles.some((role) => person.roles.includes(role)))
    refuse(403, 'wrong-role', `此步需要${roles.join('、')}权限`, `this needs the role ${roles.join(' or ')}`)
  return person
}

/** Carries a request out once: the same key again gets the same answer, another request under it is refused. A request that is refused leaves no trace. */
function once(database, context, person, work) {
  const key = context.req.header('idempotency-key')
  const digest = createHash('sha256')
    .update(JSON.stringify([context.req.path, context.req.valid('json')]))
    .digest('hex')
  return database.transaction(async (query) => {
    // Waits for a request under the same key that is being carried out.
    const added = await query('INSERT INTO requests (actor, key, digest) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING key', [
      person.name,
      key,
      digest,
    ])
    if (added.length === 0) {
      const [known] = await query('SELECT digest, status, answer FROM requests WHERE actor = $1 AND key = $2', [person.name, key])
      if (known.digest !== digest) refuse(422, 'key-reused', '幂等键已用于另一请求', 'the idempotency key stands for another request')
      return known
    }
    const { status, answer } = await work(query)
    await query('UPDATE requests SET status = $3, answer = $4 WHERE actor = $1 AND key = $2', [
      person.name,
      key,
      status,
      JSON.stringify(answer),
    ])
    return { status, answer }
  })
}

function badRequest(issues) {
  const faults = issues.map(({ code, path, message, keys }) => ({
    code,
    path: [...path, ...(keys ?? [])].join('.'),
    message: { zh: '不符合接口说明', en: message },
  }))
  refuse(400, 'bad-request', '请求内容有误', 'the request is not well formed', { issues: faults })
}

const KNOWN = { 'facts-invalid': 422, 'policy-invalid': 422, 'portfolio-invalid': 422 }

function answerTo(error, context) {
  if (error instanceof Refusal) return context.json(error.body, error.status)
  const status = KNOWN[error.code] ?? (error instanceof RangeError ? 400 : error.status) // nested too deeply, or no JSON
  if (status >= 400 && status < 500) {
    const message = { zh: '请求内容有误', en: error.message }
    return context.json({ code: error.code ?? 'bad-request', message, issues: error.issues }, status)
  }
  console.error(error)
  return context.json({ code: 'failed', message: { zh: '未能完成，没有任何改动', en: 'it failed; nothing was changed' } }, 500)
}
