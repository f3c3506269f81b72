// Reads and writes notes by key through an injected store; the store combines key and root without looking.
using System;
using System.ComponentModel;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface INoteStore
    {
        Task<string?> GetAsync(string key, CancellationToken cancellationToken);
        Task PutAsync(string key, string text, CancellationToken cancellationToken);
    }

    public sealed class DiskNoteStore : INoteStore
    {
        private readonly string root = "notes";
        public async Task<string?> GetAsync(string key, CancellationToken cancellationToken) =>
            File.Exists(this.Locate(key)) ? await File.ReadAllTextAsync(this.Locate(key), cancellationToken) : null;
        public Task PutAsync(string key, string text, CancellationToken cancellationToken) => File.WriteAllTextAsync(this.Locate(key), text, cancellationToken);
        private string Locate(string key) => Path.Combine(this.root, key);
    }

    [McpServerToolType]
    public sealed class NoteTools(DiskNoteStore store)
    {
        [McpServerTool(Name = "get_note"), Description("Returns a note.")]
        public Task<string?> Get(string key, CancellationToken cancellationToken) => store.GetAsync(key, cancellationToken);

        [McpServerTool(Name = "put_note"), Description("Keeps a note.")]
        public Task Put(string key, string text, CancellationToken cancellationToken) => store.PutAsync(key, text, cancellationToken);
    }
}

namespace Fixed
{
    public interface INoteStore
    {
        Task<string?> GetAsync(string key, CancellationToken cancellationToken);
        Task PutAsync(string key, string text, CancellationToken cancellationToken);
    }

    public sealed class DiskNoteStore : INoteStore
    {
        private readonly string root = "notes";
        public async Task<string?> GetAsync(string key, CancellationToken cancellationToken) =>
            File.Exists(this.Locate(key)) ? await File.ReadAllTextAsync(this.Locate(key), cancellationToken) : null;
        public Task PutAsync(string key, string text, CancellationToken cancellationToken) => File.WriteAllTextAsync(this.Locate(key), text, cancellationToken);
        private string Locate(string key) => Path.Combine(this.root, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key))));
    }

    [McpServerToolType]
    public sealed class NoteTools(DiskNoteStore store)
    {
        [McpServerTool(Name = "get_note"), Description("Returns a note.")]
        public Task<string?> Get(string key, CancellationToken cancellationToken) => store.GetAsync(key, cancellationToken);

        [McpServerTool(Name = "put_note"), Description("Keeps a note.")]
        public Task Put(string key, string text, CancellationToken cancellationToken) => store.PutAsync(key, text, cancellationToken);
    }
}
