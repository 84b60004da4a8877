import type { App } from 'cdktf';
import type { JenkinsOnKubernetesProps } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-props';
import { NasFileSystem } from '../../../lib/storage/nas-file-system';
import { NasKind } from '../../../lib/storage/nas-kind';
import { daysAfter, type Deeds } from '../../judge/second-day';
import { aJenkins, MIRROR, SHOP, ZONES } from './a-jenkins';

const jenkins =
  (props: Partial<JenkinsOnKubernetesProps>) =>
  (app: App): void => {
    aJenkins(props, app);
  };

const CART = { ...SHOP, name: 'cart', git: { url: 'https://code.example.com/acme/cart.git' } };

/** One Jenkins, day after day: each program changes what the one before it left. */
let applications: Deeds, image: Deeds, rotation: Deeds, larger: Deeds, elsewhere: Deeds;
beforeAll(async () => {
  const two = { applications: [SHOP, CART] };
  const newer = { ...two, image: `${MIRROR}/jenkins:2.576.1` };
  const rotated = { ...newer, rotation: { administrator: '2', release: '2' } };
  const grown = { ...rotated, agents: { cap: 60 }, zones: [...ZONES, 'cn-hangzhou-g'] };
  const files: JenkinsOnKubernetesProps['files'] = (cloud, network) => {
    const kind = NasKind.standard('Performance');
    new NasFileSystem(cloud, 'home', { network, kind, backup: { retentionDays: 14 } });
    return new NasFileSystem(cloud, 'home-i', { network, kind, zone: 'cn-hangzhou-i' });
  };
  [applications, image, rotation, larger, elsewhere] = (await daysAfter(
    jenkins({}),
    jenkins(two),
    jenkins(newer),
    jenkins(rotated),
    jenkins(grown),
    jenkins({ ...grown, files }),
  )) as [Deeds, Deeds, Deeds, Deeds, Deeds];
}, 900_000);

test('another application gets a repository, a way for the look at it, and a controller that knows it', () => {
  expect(applications).toEqual({
    created: ['alicloud_cr_ee_repo'],
    updated: ['kubernetes_config_map_v1', 'kubernetes_deployment_v1'],
    deleted: [],
  });
});

test('a newer Jenkins starts the controller anew, and gives the home again, which changes nothing in it', () => {
  expect(image).toEqual({
    created: ['kubernetes_job_v1'],
    updated: ['kubernetes_deployment_v1'],
    deleted: ['kubernetes_job_v1'],
  });
});

test('the password and the token of releases are drawn again; nothing else changes hands', () => {
  expect(rotation).toEqual({
    created: ['kubernetes_secret_v1', 'random_password'],
    updated: ['kubernetes_deployment_v1', 'kubernetes_secret_v1'],
    deleted: ['kubernetes_secret_v1', 'random_password'],
  });
});

test('more agents, and a zone that sorts before the others, replace nothing', () => {
  expect(larger.deleted).toEqual([]);
  expect(larger.created).toEqual(['alicloud_nas_access_rule', 'alicloud_snat_entry', 'alicloud_vswitch']);
  expect(larger.updated).toEqual(expect.arrayContaining(['kubernetes_resource_quota_v1', 'kubernetes_config_map_v1']));
});

test('the home moves to a file system of another zone, when the zone of the first one is lost', () => {
  expect(elsewhere.created).toEqual(
    expect.arrayContaining(['alicloud_nas_file_system', 'kubernetes_job_v1', 'kubernetes_persistent_volume_v1']),
  );
  expect(elsewhere.updated).toContain('kubernetes_deployment_v1');
  expect(elsewhere.deleted).toContain('kubernetes_job_v1');
  // The lost file system stays, with what is on it.
  ['alicloud_nas_file_system', 'alicloud_nas_mount_target', 'alicloud_hbr_vault'].forEach((type) =>
    expect(elsewhere.deleted).not.toContain(type),
  );
});
