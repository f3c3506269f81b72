using Microsoft.Testing.Platform.Builder;
using ToolGen.Sandbox.Tests;
using ToolGen.Sandbox.Tests.Isolation.Attempts;

// The tests; with the name of a level, a worker that tries to get out.
if (AttemptProgram.IsAsked(args)) return AttemptProgram.Run(args);
var builder = await TestApplication.CreateBuilderAsync(args);
SelfRegisteredExtensions.AddSelfRegisteredExtensions(builder, args);
using var tests = await builder.BuildAsync();
return await tests.RunAsync();
