using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.EndToEnd;

[TestClass]
public sealed class WatchTests
{
    [TestMethod]
    [TestCategory("full")]
    public async Task Dotnet_watch_rebuilds_when_a_spec_is_edited()
    {
        var consumer = await Consumer.Create("watch");
        consumer.Project("Watched", consumer.Reference).WithSpecs("Watched", "count_tags");
        var spec = consumer.PathOf("Watched/tools/count_tags.tool.json");
        var tools = consumer.PathOf("Watched/bin/Debug/net10.0/tools.json");
        await consumer.Dotnet("restore", "Watched");

        using var watch = Dotnet.Start(consumer.PathOf("Watched"), consumer.Environment(("DOTNET_WATCH_SUPPRESS_EMOJIS", "1")), "watch", "--non-interactive", "build", "--no-restore");
        var log = new StringBuilder();
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // Its own words go to standard error, the build's to standard output.
        void Note(object sender, DataReceivedEventArgs line)
        {
            lock (log) log.AppendLine(line.Data);
            if (line.Data?.Contains("Waiting for a file to change", StringComparison.Ordinal) == true) waiting.TrySetResult();
        }

        watch.OutputDataReceived += Note;
        watch.ErrorDataReceived += Note;
        watch.BeginOutputReadLine();
        watch.BeginErrorReadLine();
        try
        {
            await waiting.Task.WaitAsync(TimeSpan.FromMinutes(3));
            Assert.Contains("count_tags", await File.ReadAllTextAsync(tools));

            var text = await File.ReadAllTextAsync(spec);
            await File.WriteAllTextAsync(spec, text.Replace("\"description\": \"", "\"description\": \"Edited. ", StringComparison.Ordinal));

            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
            while (!(await File.ReadAllTextAsync(tools, patience.Token)).Contains("Edited. ", StringComparison.Ordinal)) await Task.Delay(250, patience.Token);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            lock (log) Assert.Fail(exception.Message + "\n" + log);
        }
        finally
        {
            watch.Kill(entireProcessTree: true);
            await watch.WaitForExitAsync();
        }
    }
}
