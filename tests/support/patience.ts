import { configure } from "@testing-library/react";

// The second that is waited for something to appear is too little where the machine is busy with other things.
configure({ asyncUtilTimeout: 10_000 });
