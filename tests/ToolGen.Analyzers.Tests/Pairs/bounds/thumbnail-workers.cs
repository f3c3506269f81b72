// Scores the pictures of an album in parallel; the degree of parallelism is the caller's number.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public interface IAlbum
    {
        IReadOnlyList<Guid> Pictures(Guid album);
        Task<double> SharpnessAsync(Guid picture, CancellationToken cancellationToken);
    }

    public sealed class AlbumPlugin(IAlbum album)
    {
        [KernelFunction("rank_pictures"), Description("The ten sharpest pictures of an album.")]
        public async Task<Guid[]> RankAsync(Guid albumId, int workers = 4, CancellationToken cancellationToken = default)
        {
            using var gate = new SemaphoreSlim(workers, workers);
            var scores = new ConcurrentDictionary<Guid, double>();
            await Task.WhenAll(album.Pictures(albumId).Take(1000).Select(async picture =>
            {
                await gate.WaitAsync(cancellationToken);
                try
                {
                    scores[picture] = await album.SharpnessAsync(picture, cancellationToken);
                }
                finally
                {
                    gate.Release();
                }
            }));
            return scores.OrderByDescending(s => s.Value).Take(10).Select(s => s.Key).ToArray();
        }
    }
}

namespace Fixed
{
    public interface IAlbum
    {
        IReadOnlyList<Guid> Pictures(Guid album);
        Task<double> SharpnessAsync(Guid picture, CancellationToken cancellationToken);
    }

    public sealed class AlbumPlugin(IAlbum album)
    {
        [KernelFunction("rank_pictures"), Description("The ten sharpest pictures of an album.")]
        public async Task<Guid[]> RankAsync(Guid albumId, int workers = 4, CancellationToken cancellationToken = default)
        {
            var scores = new ConcurrentDictionary<Guid, double>();
            var options = new ParallelOptions
            {
                MaxDegreeOfParallelism = Math.Clamp(workers, 1, Environment.ProcessorCount),
                CancellationToken = cancellationToken,
            };
            await Parallel.ForEachAsync(album.Pictures(albumId).Take(1000), options, async (picture, token) =>
                scores[picture] = await album.SharpnessAsync(picture, token));
            return scores.OrderByDescending(s => s.Value).Take(10).Select(s => s.Key).ToArray();
        }
    }
}
