import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builderRun } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/builder-run';
import { deployLines } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/deploy-steps';
import { ImageBuilder } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/image-builder';
import { SHOP } from './settings-example';

const IMAGE = 'registry.example.com/acme/shop@sha256:abc';

/** Runs lines of shell among programs that write down what they were asked, and answer as they are told. */
function run(
  lines: readonly string[],
  programs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'shell-'));
  const asked = join(folder, 'asked');
  writeFileSync(asked, '');
  for (const [name, answer] of Object.entries(programs)) {
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\necho "${name} $*" >> ${asked}\n${answer}\n`);
    chmodSync(file, 0o755);
  }
  const { status } = spawnSync('sh', ['-c', lines.join('\n')], {
    cwd: folder,
    env: { PATH: `${folder}:${process.env['PATH']}`, ...env },
  });
  return {
    status,
    asked: readFileSync(asked, 'utf8').trim().split('\n'),
    file: (name: string) => readFileSync(join(folder, name), 'utf8'),
  };
}

const deploy = (programs: Readonly<Record<string, string>>, application = SHOP) =>
  run(deployLines(application, 'production'), { kubectl: 'exit 0', curl: 'exit 0', ...programs }, { IMAGE });

const SET = `kubectl --namespace production set image deployment/web main=${IMAGE}`;
const STATUS = 'kubectl --namespace production rollout status deployment/web --timeout=600s';
const UNDO = 'kubectl --namespace production rollout undo deployment/web';

describe('a deployment', () => {
  it('gives the container the image, waits for its Pods, and asks whether the application answers', () => {
    const { status, asked } = deploy({});
    expect(status).toBe(0);
    expect(asked.slice(0, 2)).toEqual([SET, STATUS]);
    expect(asked.slice(2)).toEqual([expect.stringMatching(/^curl --fail .* http:\/\/web\.production:8080\/$/)]);
  });

  it('that does not come up goes back to what was there, waits for that, and fails', () => {
    const { status, asked } = deploy({
      kubectl: 'case "$*" in *"rollout status"*) [ -e undone ] ;; *undo*) touch undone ;; esac',
    });
    expect(status).toBe(1);
    expect(asked).toEqual([SET, STATUS, UNDO, STATUS]);
  });

  it('that comes up and does not answer goes back as well', () => {
    const { status, asked } = deploy({ curl: 'exit 22' });
    expect(status).toBe(1);
    expect(asked.slice(3)).toEqual([UNDO, STATUS]);
  });

  it('that may not be made is not gone back from', () => {
    const { status, asked } = deploy({ kubectl: 'exit 1' });
    expect(status).toBe(1);
    expect(asked).toEqual([SET]);
  });

  it('of a StatefulSet is the same', () => {
    const { asked } = deploy({}, { ...SHOP, workload: { kind: 'statefulset', name: 'queue', container: 'main' } });
    expect(asked[0]).toBe(`kubectl --namespace production set image statefulset/queue main=${IMAGE}`);
  });

  it('without an image does nothing', () => {
    const { status, asked } = run(deployLines(SHOP, 'test'), { kubectl: 'exit 0', curl: 'exit 0' }, {});
    expect(status).not.toBe(0);
    expect(asked).toEqual(['']);
  });
});

describe('a builder', () => {
  const env = { IMAGE_TO_PUSH: 'registry.example.com/acme/shop:0f1e', DOCKERFILE: 'docker/Dockerfile.web' };
  const metadata = '{\n  "containerimage.config.digest": "sha256:11",\n  "containerimage.digest": "sha256:22"\n}';

  it('BuildKit pushes the image and leaves its digest, not that of its configuration', () => {
    const buildctl = `cat > .image.json <<'EOF'\n${metadata}\nEOF`;
    const ran = run(builderRun(ImageBuilder.buildkit('b:1')).script, { 'buildctl-daemonless.sh': buildctl }, env);
    expect(ran.status).toBe(0);
    expect(ran.asked).toEqual([
      'buildctl-daemonless.sh build --frontend dockerfile.v0 --progress plain --local context=. ' +
        '--local dockerfile=docker --opt filename=Dockerfile.web ' +
        '--output type=image,name=registry.example.com/acme/shop:0f1e,push=true --metadata-file .image.json',
    ]);
    expect(ran.file('.image-digest')).toBe('sha256:22\n');
  });

  it('Buildah builds by change of root, without mounts, and then pushes', () => {
    const ran = run(builderRun(ImageBuilder.buildah('a:1')).script, { buildah: 'exit 0' }, env);
    expect(ran.asked).toEqual([
      'buildah --storage-driver vfs build --isolation chroot --file docker/Dockerfile.web --tag registry.example.com/acme/shop:0f1e .',
      'buildah --storage-driver vfs push --retry 3 --digestfile .image-digest registry.example.com/acme/shop:0f1e',
    ]);
  });

  it('Kaniko builds and pushes in one go', () => {
    const script = builderRun(ImageBuilder.kaniko('k:1')).script.map((line) =>
      line.replace('/kaniko/executor', 'executor'),
    );
    const ran = run(script, { executor: 'exit 0' }, env);
    expect(ran.asked[0]).toMatch(
      /^executor --context dir:\/\/\/\S+ --dockerfile \/\S+\/docker\/Dockerfile\.web --destination registry\.example\.com\/acme\/shop:0f1e --digest-file \/\S+\/\.image-digest --push-retry 3 --image-download-retry 3$/,
    );
  });

  it('that fails leaves no digest to go on with', () => {
    const ran = run(builderRun(ImageBuilder.buildkit('b:1')).script, { 'buildctl-daemonless.sh': 'exit 1' }, env);
    expect(ran.status).toBe(1);
    expect(() => ran.file('.image-digest')).toThrow();
  });
});
