using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd.Templates;

/// <summary>A new user's walk to an own http tool: the page's files and commands, in order, against a server that answers as the page says.</summary>
[TestClass]
public sealed class WalkTests
{
    private const string Key = "FIND_BOOKS_KEY";

    [TestMethod]
    public async Task Every_step_to_an_own_http_tool_prints_what_the_page_shows()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "templates", "ToolGen.Templates", "walk.md"));
        var answer = Regex.Match(page, "```text\n.*?\n\n(.*?)\n```", RegexOptions.Singleline).Groups[1].Value;
        var key = Regex.Match(page, $"export {Key}=(\\S+)").Groups[1].Value;
        await using var books = new LoopbackServer(request => request.Header("X-Api-Key") == key ? new(200, answer) : new Reply(401));
        var walk = await Walk.Start();

        foreach (Match step in Regex.Matches(page, "<!-- file: (?<file>\\S+) -->\n```json\n(?<text>.*?)```|```console\n.*?```", RegexOptions.Singleline))
        {
            // The port of the page is taken on some machines.
            if (step.Groups["file"].Success) walk.Write(step.Groups["file"].Value, step.Groups["text"].Value.Replace("127.0.0.1:8080", books.Address, StringComparison.Ordinal));
            else foreach (var command in ShownCommand.Of(step.Value)) await walk.Run(command);
        }

        CollectionAssert.AreEqual(
            new[] { "books.example GET /v1/books?author=Lem", "books.example GET /v1/books?author=Lem" },
            books.Seen.Select(request => $"{request.Header("Host")} {request.Method} {request.Target}").ToArray(),
            "one from the command and one from the agent; samples ask nobody");
    }

    /// <summary>A shell of its own: a folder, an environment, and the commands that were installed.</summary>
    private sealed class Walk(PackedFeed feed, Hive hive, string home, string folder)
    {
        private readonly Dictionary<string, string> environment = new(feed.Environment)
        {
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),
            [Key] = "",
        };

        public static async Task<Walk> Start() => new(await PackedFeed.Get(), await Hive.Empty("walk hive"), Path.Combine(PackedFeed.Root, "walk home"), (await Consumer.Create("walk")).Folder);

        public void Write(string file, string text)
        {
            Assert.IsTrue(File.Exists(Path.Combine(folder, file)), $"{file} is changed, not made");
            File.WriteAllText(Path.Combine(folder, file), text);
        }

        public async Task Run(ShownCommand command)
        {
            switch (command.Words)
            {
                case ["cd", var into]: folder = Path.Combine(folder, into); break;
                case ["export", var variable]: this.environment[variable.Split('=')[0]] = variable.Split('=')[1]; break;
                // The packages of this build stand for the published ones.
                case ["dotnet", "tool", "install", "--global", var tool]:
                    Shown(command, await Dotnet.Try(folder, new Dictionary<string, string>(this.environment) { ["DOTNET_CLI_HOME"] = home }, "tool", "install", "--global", tool, "--version", feed.Version));
                    break;
                case ["dotnet", "new", .. var words]:
                    Shown(command, await hive.TryNew(folder, this.environment, [.. words.Select(word => word == "ToolGen.Templates" ? hive.Pack : word)]));
                    break;
                case ["dotnet", .. var words]: Shown(command, await Dotnet.Try(folder, this.environment, words)); break;
                case [var tool, .. var words]: Shown(command, await Dotnet.TryProgram(Path.Combine(home, ".dotnet", "tools", tool), folder, this.environment, words)); break;
            }
        }

        private static void Shown(ShownCommand command, Dotnet.Answer answer)
        {
            Assert.AreEqual(command.Code, answer.ExitCode, $"$ {command.Line}\n{answer.Output}");
            Assert.IsTrue(command.Shows(answer.Output.ReplaceLineEndings("\n")), $"$ {command.Line}\n--- expected\n{command.Output}\n--- printed\n{answer.Output}");
        }
    }
}
