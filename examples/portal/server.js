// Serves dist/ with a strict Content-Security-Policy. Any web server does: it needs no more than these headers.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = join(import.meta.dirname, 'dist')
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
const HEADERS = {
  'content-security-policy': "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** The file a request names, never one outside the folder. */
function fileOf(url) {
  const { pathname } = new URL(url, 'http://localhost')
  const file = normalize(join(folder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)))
  return file.startsWith(folder + sep) ? file : undefined
}

export const server = createServer(async (request, response) => {
  const answer = (status, headers = {}) => response.writeHead(status, { ...HEADERS, ...headers })
  try {
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405).end()
    const file = fileOf(request.url)
    if (file === undefined || !(await stat(file)).isFile()) return answer(404).end()
    // Names of built files hold a hash of what is in them.
    const isHashed = file.startsWith(join(folder, 'assets') + sep)
    answer(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
    if (request.method === 'HEAD') return response.end()
    createReadStream(file).pipe(response)
  } catch {
    answer(404).end()
  }
})

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const port = Number(process.env.PORT ?? 8080)
  server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`))
}
