import { faker } from "@faker-js/faker";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as language from "@zxcvbn-ts/language-en";
import { makeWorkerUtils } from "graphile-worker";
import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { v7 } from "uuid";

it("loads packages that are published as ES modules only", () => {
  const loaded = [faker.person.fullName, ZxcvbnFactory, makeWorkerUtils, NextAuth, Credentials, v7];
  expect(loaded.map((value) => typeof value)).toEqual(loaded.map(() => "function"));
  expect(language.dictionary).toBeDefined();
});
