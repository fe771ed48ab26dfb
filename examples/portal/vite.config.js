import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

// Nothing is inlined: the policy of the page allows files of its own and nothing else.
export default defineConfig({ plugins: [vue()], build: { assetsInlineLimit: 0, target: 'es2022', chunkSizeWarningLimit: 700 } })
