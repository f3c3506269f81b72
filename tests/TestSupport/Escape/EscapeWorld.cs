using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects;

#pragma warning disable CA1416 // attempts are made on Linux alone

namespace ToolGen.TestSupport.Escape;

/// <summary>What stands around the workers that attempts are made in: files, a listener, grants, a secret in the environment, and who helps an attempt from outside.</summary>
internal sealed class EscapeWorld : IAsyncDisposable
{
    private static readonly (int X64, int Arm64) Open = (257, 56), Close = (3, 57), Device = (259, 33);

    private readonly CancellationTokenSource ended = new();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly long left;
    private readonly Task serving;

    public EscapeWorld()
    {
        Environment.SetEnvironmentVariable(AttemptWorld.Secret, "a secret of the host");
        this.Folder = Directory.CreateTempSubdirectory("toolgen-escape-").FullName;
        this.Outside = Path.Combine(this.Folder, "outside.txt");
        var (data, other) = (Path.Combine(this.Folder, "data"), Path.Combine(this.Folder, "other"));
        foreach (var folder in new[] { data, other })
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "a.txt"), "granted");
        }

        this.Restore();
        File.CreateSymbolicLink(Path.Combine(data, "link.txt"), this.Outside);
        Directory.CreateSymbolicLink(Path.Combine(data, "links"), this.Folder);
        const long pipe = 0x1180;
        _ = Kernel.Call(Device, -100, Kernel.Text(Path.Combine(data, "pipe")), pipe, 0);

        // Open here and not marked to be closed: what programs leave behind for their children.
        this.left = Kernel.Call(Open, -100, Kernel.Text(this.Outside), 0);
        this.listener.Start();
        this.Port = ((IPEndPoint)this.listener.LocalEndpoint).Port;
        this.serving = this.ServeAsync();
        this.Effects = new(new()
        {
            Folders = new Dictionary<string, FolderGrant> { ["data"] = new(data), ["other"] = new(other, GrantAccess.ReadWrite) },
            Secrets = new Dictionary<string, SecretGrant> { ["token"] = new(AttemptWorld.Secret, ["https://a.example"]) },
            Http = [new("https://a.example", ["GET"], $"127.0.0.1:{this.Port}")],
        });
    }

    public string Folder { get; }

    public string Outside { get; }

    public int Port { get; }

    public ToolEffects Effects { get; }

    /// <summary>Puts back what an attempt that was let through has changed.</summary>
    public void Restore()
    {
        if (!File.Exists(this.Outside)) File.WriteAllText(this.Outside, AttemptWorld.Text);
        File.SetUnixFileMode(this.Outside, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        if (File.ReadAllText(this.Outside) != AttemptWorld.Text) File.WriteAllText(this.Outside, AttemptWorld.Text);
    }

    /// <summary>All that attempts have left behind of files, here and where everybody writes.</summary>
    public IReadOnlyList<string> Leavings()
    {
        var found = new List<string>();
        foreach (var entry in Directory.GetFileSystemEntries(this.Folder))
            if (Path.GetFileName(entry) is not ("outside.txt" or "data" or "other")) found.Add(entry);
        foreach (var folder in new[] { "/tmp", "/dev/shm", Path.Combine(AppContext.BaseDirectory, "worker"), Path.Combine(this.Folder, "data"), Path.Combine(this.Folder, "other") })
            if (Directory.Exists(folder)) found.AddRange(Directory.GetFileSystemEntries(folder, AttemptWorld.Prefix + "*"));
        return found;
    }

    /// <summary>Removes them.</summary>
    public void Clean()
    {
        foreach (var entry in this.Leavings())
        {
            if (Directory.Exists(entry) && new DirectoryInfo(entry).LinkTarget is null) Directory.Delete(entry, recursive: true);
            else File.Delete(entry);
        }
    }

    /// <summary>Begins what somebody outside does while an attempt is made; disposing ends it.</summary>
    public IAsyncDisposable? Helps(string? ally) => ally is null ? null : new Ally(Path.Combine(this.Folder, "data"), this.Outside, ally == "folder");

    public async ValueTask DisposeAsync()
    {
        await this.ended.CancelAsync();
        this.listener.Stop();
        await this.serving;
        _ = Kernel.Call(Close, this.left);
        await this.Effects.DisposeAsync();
        this.Clean();
        Directory.Delete(this.Folder, recursive: true);
        Environment.SetEnvironmentVariable(AttemptWorld.Secret, null);
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true) _ = this.AnswerAsync(await this.listener.AcceptSocketAsync(this.ended.Token));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The end.
        }
    }

    /// <summary>Answers a request as HTTP does, and whoever waits to be greeted with a refusal.</summary>
    private async Task AnswerAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                var asked = socket.ReceiveAsync(new byte[4096].AsMemory(), this.ended.Token).AsTask();
                var isAsked = await Task.WhenAny(asked, Task.Delay(300, this.ended.Token)) == asked;
                await socket.SendAsync(Encoding.ASCII.GetBytes(isAsked ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok" : "554 no\r\n"));
                socket.Shutdown(SocketShutdown.Send);
                if (!isAsked) await asked.WaitAsync(TimeSpan.FromSeconds(1));
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or TimeoutException or ObjectDisposedException)
            {
                // Whoever asked is gone.
            }
        }
    }

    /// <summary>Exchanges a file, or a folder, for a link that leads outside, and back, as fast as it can.</summary>
    private sealed class Ally : IAsyncDisposable
    {
        private readonly CancellationTokenSource ended = new();
        private readonly string name, real, link;
        private readonly Task work;

        public Ally(string data, string outside, bool isFolder)
        {
            (this.name, this.real, this.link) = (Path.Combine(data, isFolder ? "swapped" : "swapped.txt"), Path.Combine(data, ".real"), Path.Combine(data, ".link"));
            if (isFolder)
            {
                Directory.CreateDirectory(this.name);
                File.WriteAllText(Path.Combine(this.name, "outside.txt"), "granted");
                Directory.CreateSymbolicLink(this.link, Path.GetDirectoryName(outside)!);
            }
            else
            {
                File.WriteAllText(this.name, "granted");
                File.CreateSymbolicLink(this.link, outside);
            }

            this.work = Task.Factory.StartNew(this.Swap, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        public async ValueTask DisposeAsync()
        {
            await this.ended.CancelAsync();
            await this.work;
            foreach (var path in new[] { this.name, this.link })
            {
                if (new FileInfo(path).LinkTarget is null && Directory.Exists(path)) Directory.Delete(path, recursive: true);
                else File.Delete(path);
            }
        }

        private void Swap()
        {
            var (here, aside, over) = (Kernel.Text(this.name), Kernel.Text(this.real), Kernel.Text(this.link));
            while (!this.ended.IsCancellationRequested)
            {
                Move(here, aside);
                Move(over, here);
                Move(here, over);
                Move(aside, here);
            }
        }

        // As rename(2) does: links are moved themselves.
        private static void Move(long from, long to) => _ = Kernel.Need((316, 276), -100, from, -100, to);
    }
}
