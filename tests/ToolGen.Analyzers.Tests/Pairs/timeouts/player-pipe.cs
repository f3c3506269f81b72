// Sends a command to a music player over a pipe; connecting and reading wait until someone is at the other end.
using System;
using System.ComponentModel;
using System.IO;
using System.IO.Pipes;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public enum PlayerCommand { Play, Pause, Next }

    [McpServerToolType]
    public static class PlayerTools
    {
        [McpServerTool(Name = "control_player"), Description("Plays, pauses or skips.")]
        public static string Control(PlayerCommand command)
        {
            using var pipe = new NamedPipeClientStream(".", "music-player", PipeDirection.InOut);
            pipe.Connect();
            using var writer = new StreamWriter(pipe, leaveOpen: true) { AutoFlush = true };
            using var reader = new StreamReader(pipe);
            writer.WriteLine(command.ToString().ToLowerInvariant());
            return reader.ReadLine() ?? "no answer";
        }
    }
}

namespace Fixed
{
    public enum PlayerCommand { Play, Pause, Next }

    [McpServerToolType]
    public static class PlayerTools
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

        [McpServerTool(Name = "control_player"), Description("Plays, pauses or skips.")]
        public static async Task<string> ControlAsync(PlayerCommand command, CancellationToken cancellationToken)
        {
            if (!Enum.IsDefined(command)) throw new ArgumentException("unknown command");
            await using var pipe = new NamedPipeClientStream(".", "music-player", PipeDirection.InOut, PipeOptions.Asynchronous);
            await pipe.ConnectAsync(Patience, cancellationToken);

            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            await using var writer = new StreamWriter(pipe, leaveOpen: true) { AutoFlush = true };
            await writer.WriteLineAsync(command.ToString().ToLowerInvariant().AsMemory(), limit.Token);
            var answer = new byte[256];
            var length = await pipe.ReadAsync(answer, limit.Token);
            return length == 0 ? "no answer" : System.Text.Encoding.UTF8.GetString(answer, 0, length).TrimEnd();
        }
    }
}
