import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RegoEngine, TemplateFile } from '@aws/cloudformation-validate';
import { jobs } from '../start/run-jobs';

const root = join(__dirname, '../..');
const path = join(root, '.serverless/cloudformation-template-update-stack.json');
interface Resource {
  Type: string;
  Properties: Record<string, never>;
}
let resources: [string, Resource][];
const ofType = (type: string) =>
  resources.filter(([, each]) => each.Type === type).map(([, each]) => each.Properties);

beforeAll(() => {
  const osls = join(root, 'node_modules/.bin/osls');
  const env = { ...process.env, SLS_TELEMETRY_DISABLED: '1', SLS_NOTIFICATIONS_MODE: 'off' };
  execFileSync(osls, ['package'], { cwd: root, env, stdio: 'pipe' });
  const template = JSON.parse(readFileSync(path, 'utf8')) as { Resources: Record<string, Resource> };
  resources = Object.entries(template.Resources);
}, 120_000);

it('is a template without errors by the published schemas', () => {
  const engine = new RegoEngine();
  const report = engine.validateStandard(new TemplateFile(path));
  const errors = report.diagnostics.filter((each) => String(each.severity).toLowerCase() === 'error');
  engine.free();
  expect(errors.map((each) => `${each.ruleId}: ${each.message}`)).toEqual([]);
});

it('has one HTTP function and one function per job, all on Node 22', () => {
  const functions = ofType('AWS::Lambda::Function') as unknown as { Handler: string; Runtime: string }[];
  const wanted = ['http', ...jobs.map(({ name }) => name)].map((name) => `${name}.handler`);
  expect(functions.map((each) => each.Handler.split('/').at(-1)).sort()).toEqual(wanted.sort());
  expect(new Set(functions.map((each) => each.Runtime))).toEqual(new Set(['nodejs22.x']));
});

it('sounds alarms every minute', () => {
  const rules = ofType('AWS::Events::Rule') as unknown as { ScheduleExpression: string; State: string }[];
  expect(
    rules.filter((each) => each.ScheduleExpression === 'rate(1 minute)' && each.State === 'ENABLED'),
  ).toHaveLength(5);
  expect(rules.filter((each) => each.ScheduleExpression === 'rate(1 hour)')).toHaveLength(4);
});

it('grants nothing on everything, and shuts the bucket of files to the public', () => {
  const [role] = ofType('AWS::IAM::Role') as unknown as {
    Policies: { PolicyDocument: { Statement: { Action: string[]; Resource: unknown }[] } }[];
  }[];
  const statements = role?.Policies.flatMap((each) => each.PolicyDocument.Statement) ?? [];
  expect(statements.length).toBeGreaterThan(0);
  for (const { Action, Resource } of statements) {
    expect(JSON.stringify(Resource)).not.toBe('"*"');
    for (const action of [Action].flat()) expect(action).not.toMatch(/\*$/);
  }
  const buckets = ofType('AWS::S3::Bucket') as unknown as {
    PublicAccessBlockConfiguration?: object;
    BucketEncryption?: object;
  }[];
  const files = buckets.find((each) => each.PublicAccessBlockConfiguration);
  expect(files).toMatchObject({
    BucketEncryption: expect.anything(),
    PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
  });
});

it('holds no secret: keys and the database address are resolved when it is deployed', () => {
  const [http] = ofType('AWS::Lambda::Function') as unknown as {
    Environment: { Variables: Record<string, string> };
  }[];
  for (const name of ['DATABASE_URL', 'MASTER_KEYS', 'INDEX_KEY']) {
    expect(http?.Environment.Variables[name]).toMatch(/^\{\{resolve:secretsmanager:/);
  }
});
