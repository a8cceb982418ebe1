export { default } from './coverage/coverage-bench.ts';
